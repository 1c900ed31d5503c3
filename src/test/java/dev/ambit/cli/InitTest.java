package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final String JOB = ".github/workflows/ambit.yml";
  private static final String INVENTORY = "ambit-inventory.yaml";

  @TempDir Path folder;

  private Path servers() throws IOException {
    return Files.writeString(
        folder.resolve(".mcp.json"), "{\"mcpServers\": {\"wiki\": {\"command\": \"wiki\"}}}");
  }

  @Test
  void itFindsTheFilesAndWritesWhatAScanCanRead() throws IOException {
    servers();
    Ran ran = ambit("init", "" + folder, "--yes");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("found 1 file to read").contains(".mcp.json  (claude)");
    String inventory = Files.readString(folder.resolve(INVENTORY));
    assertThat(inventory).startsWith("# ").contains("\nambit: 1\n").contains("# agents:");
    assertThat(Files.readString(folder.resolve(JOB))).contains("ambit scan .");
    Ran scan = ambit("validate", "" + folder);
    assertThat(scan.code()).as(scan.err() + scan.out()).isZero();
  }

  @Test
  void everySectionThatIsShownIsOneThatAnInventoryHas() throws IOException {
    ambit("init", "" + folder, "--yes");
    Path inventory = folder.resolve(INVENTORY);
    String shown =
        Files.readAllLines(inventory).stream()
            .dropWhile(line -> !line.startsWith("# What an inventory"))
            .skip(1)
            .map(line -> line.substring(2))
            .collect(Collectors.joining("\n"));
    Files.writeString(inventory, "ambit: 1\n" + shown + "\n");
    Ran read = ambit("validate", "" + inventory);
    assertThat(read.code()).as(read.out() + read.err()).isZero();
  }

  @Test
  void whereNobodyCanBeAskedNothingIsWritten() throws IOException {
    servers();
    Ran ran = ambit("init", "" + folder);
    assertThat(ran.out()).contains("would write ").contains(INVENTORY).contains("ambit.yml");
    ran.ends(2, "ambit: exit 2: nothing was written, since nobody can be asked here; give --yes");
    assertThat(folder.resolve(INVENTORY)).doesNotExist();
    assertThat(folder.resolve(".github")).doesNotExist();
  }

  @Test
  void aPersonIsAskedAndAnythingButYesIsNo() throws IOException {
    servers();
    for (String no : new String[] {"", "\n", "n\n", "yeah, no\n"}) {
      Ran.answering(no, "init", "" + folder).ends(0, "ambit: exit 0: nothing was written");
    }
    assertThat(folder.resolve(INVENTORY)).doesNotExist();
    Ran yes = Ran.answering("y\n", "init", "" + folder);
    assertThat(yes.out()).contains("Write this? [y/N] ");
    assertThat(folder.resolve(INVENTORY)).exists();
  }

  @Test
  void noFileIsWrittenOver() throws IOException {
    Files.writeString(folder.resolve(INVENTORY), "ambit: 1\n");
    Files.writeString(folder.resolve(".gitlab-ci.yml"), "build: {script: [make]}\n");
    Ran ran = ambit("init", "" + folder, "--yes");
    assertThat(ran.out()).contains(INVENTORY + " is there already and stays as it is");
    assertThat(folder.resolve(INVENTORY)).hasContent("ambit: 1");
    assertThat(folder.resolve("ambit.gitlab-ci.yml")).content().contains("gitlab=ambit.json");
    assertThat(folder.resolve(JOB)).doesNotExist();
    ambit("init", "" + folder, "--yes").ends(0, "ambit: exit 0: nothing is to be written");
  }

  @Test
  void aSlipOfThePenIsTold() {
    ambit("init", "" + folder.resolve("none")).complains("no folder");
    ambit("init", "" + folder, "--ci", "jenkins").complains("github or gitlab", "jenkins");
  }
}
