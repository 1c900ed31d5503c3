package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {
  private static final String INCIDENT = "sample-data/forum-incident/input";

  @TempDir Path folder;

  @Test
  void theIncidentIsClosedByAFewChangesAndTheScanOfTheCopySaysSo() {
    Ran fix = ambit("fix", INCIDENT, "--at", "2026-11-01");
    fix.ends(0, "ambit: exit 0: 3 changes close 4 findings");
    assertThat(fix.out())
        .startsWith("3 changes, cost 4: proven the least of the ")
        .contains("Let forum-reply answer the requester only. (tool-target, cost 1)")
        .contains("closes 4 findings, opens none, leaves 3.")
        .contains("forum-helper can no longer post to eng-forum");
  }

  @Test
  void whatAChangeCostsCanBeSaid() {
    Ran fix =
        ambit(
            "fix",
            INCIDENT,
            "--at",
            "2026-11-01",
            "--finding",
            "F-cd6bc75c46e4",
            "--cost",
            "tool-target=50");
    assertThat(fix.out()).doesNotContain("tool-target").contains("closes ");
    ambit("fix", INCIDENT, "--cost", "tool-targets=1")
        .complains("no kind of change 'tool-targets'", "tool-target");
    ambit("fix", INCIDENT, "--cost", "right=cheap").complains("KIND=N");
  }

  @Test
  void aRightThatNobodyUsesIsTheCheapestToLose() throws IOException {
    Path input =
        Files.writeString(
            folder.resolve("acme.yaml"),
            Worlds.EXPOSED.replace("on: payroll}\ntools", "on: payroll, lastUsed: never}\ntools"));
    Ran fix = ambit("fix", input.toString(), "--finding", "F-c04219bc0994");
    assertThat(fix.out())
        .startsWith("1 change, cost 0: proven the least of the ")
        .contains("Withdraw the right of svc to read payroll. (unused-right, cost 0)")
        .contains("the grant pay was never used");
  }

  /** Somebody agrees to each post, so the voice by itself is harmless, and all is still done. */
  @Test
  void anAgentIsSplitWhereThatCostsLessThanToGiveSomethingUp() throws IOException {
    Path input =
        Files.writeString(
            folder.resolve("acme.yaml"),
            Worlds.EXPOSED.replace("on: [room]}", "on: [room], gate: sign}")
                + "gates:\n"
                + "  - {id: sign, strength: host, approvers: [hr], independent: true}\n");
    Path patch = folder.resolve("patch");
    List<String> words =
        new ArrayList<>(List.of("fix", input.toString(), "--patch", patch.toString()));
    for (String kind :
        List.of("tool-target", "agent-part", "right", "people", "identity", "gate", "control")) {
      words.addAll(List.of("--cost", kind + "=9"));
    }
    Ran fix = ambit(words.toArray(String[]::new));
    assertThat(fix.out())
        .startsWith("1 change, cost 5: proven the least of the ")
        .contains("Split bot in two: a second agent bot-voice has post, and bot no longer does.")
        .contains("remove /agents/0/tools/0 in acme.yaml", "add /agents/- in acme.yaml")
        .contains("closes 1 finding, opens none, leaves 0.");
    assertThat(Files.readString(patch.resolve("acme.yaml")))
        .contains("  - {id: bot, ", "  - {\"id\": \"bot-voice\", ");
    assertThat(ambit("scan", patch.resolve("acme.yaml").toString(), "--fail-on", "low").code())
        .isZero();
  }

  @Test
  void withFewTrialsTheBoundAndTheGapAreTold() {
    assertThat(ambit("fix", INCIDENT, "--at", "2026-11-01", "--trials", "3").out())
        .containsPattern(
            "no set of the \\d+ changes considered costs less than \\d+, so the gap is")
        .contains("closes 4 findings, opens none");
  }

  /** More facts than changes are tried on one by one: a hundred agents that are quiet. */
  @Test
  void aLargeWorldIsRepairedAmongTheAgentsThatMatter() throws IOException {
    StringBuilder world = new StringBuilder(Worlds.EXPOSED);
    String bot = Worlds.EXPOSED.substring(Worlds.EXPOSED.indexOf("  - {id: bot, "));
    for (int i = 0; i < 40; i++) {
      world.append(bot.replace("id: bot", "id: quiet-" + i).replace("[svc]", "[quiet]"));
    }
    String people =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "  - {id: p-" + i + ", kind: person, memberOf: [staff]}\n")
            .collect(Collectors.joining());
    Path input =
        Files.writeString(
            folder.resolve("acme.yaml"),
            world
                .toString()
                .replace("size: 30}", "size: 3000}")
                .replace("assets:\n", people + "  - {id: quiet, kind: service}\nassets:\n"));
    Ran fix = ambit("fix", input.toString(), "--finding", "F-c04219bc0994");
    assertThat(fix.code()).as(fix.err()).isZero();
    assertThat(fix.out()).contains("proven the least of the ").contains("opens none");
  }

  @Test
  void patchesAreWrittenBesideAndTheInputStays() throws IOException {
    Path input = Files.createDirectory(folder.resolve("in"));
    try (Stream<Path> files = Files.walk(Path.of(INCIDENT))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = input.resolve(Path.of(INCIDENT).relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    String before = Files.readString(input.resolve("inventory.yaml"));
    Path patch = folder.resolve("patch");
    ambit("fix", input.toString(), "--at", "2026-11-01", "--patch", patch.toString());
    assertThat(input.resolve("inventory.yaml")).hasContent(before);
    assertThat(Files.readString(patch.resolve("inventory.yaml.patch.json")))
        .contains("\"path\" : \"/tools/1/on/0\"");
    assertThat(patch.resolve("aws/account-authorization-details.json.patch.json")).exists();

    // Made for real, the files that were written give what was said.
    for (String file : new String[] {"inventory.yaml", "aws/account-authorization-details.json"}) {
      Files.copy(patch.resolve(file), input.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Ran scan = ambit("scan", input.toString(), "--at", "2026-11-01");
    assertThat(scan.out())
        .contains("F-d20c3a747b1f", "F-3528524956f4", "F-d9813d86d9cd")
        .doesNotContain("F-36013ebb6980", "F-cd6bc75c46e4", "F-b12f34f3c53b", "F-8c1b39178caf");
  }

  @Test
  void whatIsNotThereCannotBeFixed() throws IOException {
    ambit("fix", INCIDENT, "--finding", "F-000000000000").complains("there is no finding");
    ambit("fix", INCIDENT, "--agent", "forum-helpr").complains("nearest is forum-helper");
    Path input = Files.writeString(folder.resolve("acme.yaml"), Worlds.QUIET);
    assertThat(ambit("fix", input.toString(), "--agent", "bot", "--out", "json=-").out())
        .contains("\"provenLeast\": true");
  }
}
