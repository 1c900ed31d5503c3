package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing, and the inventory that asks for it. */
class CoverageTest {
  /** One gap in every section, and one inside a list of a record. */
  private static final String OPEN =
      """
      ambit: 1
      closed: [grants]
      principals:
        - {id: svc, kind: service}
        - {id: crowd, kind: group}
      assets:
        - {id: notes}
      grants:
        - {who: svc, can: [read], on: notes}
      tools:
        - {id: post, effects: [publish], on: [room], gate: second-look}
      agents:
        - id: bot
          identity: {mode: own, as: [svc]}
          credentials: [key]
          tools: [post, unheard-of]
          invokers: [crowd]
          calls: [{agent: other}]
      """;

  @TempDir private Path folder;

  private String stub(String world) throws IOException {
    Files.writeString(folder.resolve("inventory.yaml"), world);
    Ran ran = ambit("coverage", "--stub", folder.toString());
    assertThat(ran.code()).isZero();
    return ran.out();
  }

  @Test
  void eachGapNamesItsWeightItsKeyAndItsPlace() throws IOException {
    Files.writeString(folder.resolve("inventory.yaml"), Worlds.UNKNOWN);
    ambit("coverage", folder.toString())
        .ends(0, "ambit: exit 0: 1 fact is missing; findings hang on 1");
    assertThat(ambit("coverage", folder.toString()).out())
        .isEqualTo(
            """
            critical  it is not known who reads room
                      add channels[].readers
                      inventory.yaml:13 /channels/0
            """);
  }

  @Test
  void aWorldThatSaysAllLacksNothing() throws IOException {
    Files.writeString(folder.resolve("inventory.yaml"), Worlds.QUIET);
    ambit("coverage", folder.toString()).ends(0, "ambit: exit 0: no fact is missing");
    assertThat(stub(Worlds.QUIET)).startsWith("# no facts ").endsWith("ambit: 1\n");
  }

  @Test
  void theStubAsItIsPrintedChangesNothing() throws IOException {
    String stub = stub(OPEN);
    Ran alone = ambit("scan", folder.toString(), "--out", "text=-");
    Files.writeString(folder.resolve("stub.yaml"), stub);
    ambit("validate", folder.resolve("stub.yaml").toString())
        .ends(0, "ambit: exit 0: no facts read from 1 file");
    Ran withStub = ambit("scan", folder.toString(), "--out", "text=-");
    assertThat(withStub.out()).isEqualTo(alone.out().replace("from 1 file", "from 2 files"));
    assertThat(withStub.code()).isEqualTo(alone.code());
  }

  @Test
  void aBlankIsNeverTakenForAnAnswer() throws IOException {
    String stub = stub(OPEN);
    String taken = stub.replaceAll("(?m)^# (  |[a-z]+:$)", "$1");
    assertThat(taken.lines().filter(line -> line.startsWith("#   "))).isEmpty();
    assertThat(taken.lines().filter(line -> line.contains("???"))).doesNotHaveDuplicates();
    Files.writeString(folder.resolve("stub.yaml"), taken);
    Ran ran = ambit("validate", folder.resolve("stub.yaml").toString());
    long records = taken.lines().filter(line -> line.startsWith("  - id: ")).count();
    assertThat(records).isGreaterThan(6);
    assertThat(ran.out().lines().filter(line -> line.contains(": error: ")).count())
        .isGreaterThanOrEqualTo(records);
    assertThat(ran.out()).startsWith("stub.yaml: inventory, ");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void anAnswerInTheStubClosesTheGap() throws IOException {
    String stub = stub(Worlds.UNKNOWN);
    assertThat(stub).contains("# channels:\n#   - id: room\n#     readers: ??? # a list of");
    Files.writeString(
        folder.resolve("stub.yaml"),
        stub.replaceAll("(?m)^# (  |[a-z]+:$)", "$1").replace("???", "[hr]"));
    ambit("coverage", folder.toString()).ends(0, "ambit: exit 0: no fact is missing");
  }

  @Test
  void whatCouldNotBeReadIsNotHidden() throws IOException {
    Files.writeString(folder.resolve("inventory.yaml"), Worlds.EXPOSED_AND_BROKEN);
    assertThat(ambit("coverage", folder.toString()).code()).isEqualTo(3);
    Files.delete(folder.resolve("inventory.yaml"));
    assertThat(ambit("coverage", folder.toString()).code()).isEqualTo(4);
  }
}
