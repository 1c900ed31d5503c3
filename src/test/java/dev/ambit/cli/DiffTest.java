package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
  private static final String FINDING = "F-c04219bc0994";

  @TempDir Path folder;

  @Test
  void aNewFindingIsToldWithTheFactThatBroughtIt() throws IOException {
    Ran diff = diff(Worlds.QUIET, Worlds.EXPOSED, true);
    diff.ends(0, "ambit: exit 0: 1 new, 0 reopened, 0 worse, 0 better, 0 gone, 1 the same");
    assertThat(diff.out())
        .contains("high[action/exposes-classified-data] " + FINDING + "  new")
        .contains("  since acme.yaml:13 /channels/0/readers/0\n        added: staff\n");
  }

  @Test
  void aFindingThatIsGoneIsToldWithWhatWasTaken() throws IOException {
    Ran diff = diff(Worlds.EXPOSED, Worlds.QUIET, true);
    assertThat(diff.out())
        .contains(FINDING + "  gone")
        .contains("  since acme.yaml:13 /channels/0/readers/0\n        removed: staff\n");
  }

  @Test
  void aWorseOneSaysByHowMuch() throws IOException {
    Ran diff = diff(Worlds.EXPOSED, Worlds.EXPOSED.replace("size: 30", "size: 60"), true);
    assertThat(diff.out())
        .contains(FINDING + "  worse", "not cleared 30 people → 60 people")
        .contains("was 30, is 60");
    assertThat(diff(Worlds.EXPOSED.replace("size: 30", "size: 60"), Worlds.EXPOSED, true).out())
        .contains(FINDING + "  better");
  }

  @Test
  void withoutTheInputsTheEvidenceSpeaks() throws IOException {
    assertThat(diff(Worlds.QUIET, Worlds.EXPOSED, false).out())
        .contains("  since acme.yaml:13 /channels/0/readers/0\n        ", "staff");
  }

  @Test
  void aFindingWhoseWaiverIsOverIsReopened() throws IOException {
    Path waivers =
        Files.writeString(
            folder.resolve("waivers.yaml"),
            "waivers: [{finding: " + FINDING + ", reason: r, owner: o, until: 2026-12-01}]\n");
    Path old = scan("old", Worlds.EXPOSED, "--waivers", waivers.toString());
    Path now = scan("now", Worlds.EXPOSED);
    ambit("diff", old.toString(), now.toString())
        .ends(0, "ambit: exit 0: 0 new, 1 reopened, 0 worse, 0 better, 0 gone, 1 the same");
  }

  @Test
  void theSameIsTheSameAndMovedLinesAreNoChange() throws IOException {
    Ran diff = diff(Worlds.EXPOSED, "# a line\n" + Worlds.EXPOSED, true);
    diff.ends(0, "ambit: exit 0: 0 new, 0 reopened, 0 worse, 0 better, 0 gone, 2 the same");
    ambit("diff", "a.json").complains("NEW");
  }

  private Ran diff(String before, String after, boolean withInputs) throws IOException {
    Path old = scan("old", before);
    Path now = scan("now", after);
    return withInputs
        ? ambit(
            "diff",
            old.toString(),
            now.toString(),
            "--old-input",
            folder.resolve("old").toString(),
            "--new-input",
            folder.resolve("now").toString())
        : ambit("diff", old.toString(), now.toString());
  }

  private Path scan(String name, String world, String... more) throws IOException {
    Path input = Files.createDirectories(folder.resolve(name));
    Files.writeString(input.resolve("acme.yaml"), world);
    Path result = folder.resolve(name + ".json");
    String[] all = new String[more.length + 4];
    System.arraycopy(
        new String[] {"scan", input.toString(), "-q", "--out=json=" + result}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    ambit(all);
    return result;
  }
}
