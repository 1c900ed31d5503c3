package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --snapshot}: what was read is read again only when it must be. */
class SnapshotTest {
  private static final String KEPT = "everything is read, and kept in";
  private static final String TAKEN = "nothing has changed since";
  private static final int BEGINNING = "Ambit snapshot\n".length() + 32;

  @TempDir Path folder;
  private Path input;
  private Path snapshot;

  @BeforeEach
  void aWorld() throws IOException {
    input = Files.createDirectory(folder.resolve("input"));
    Files.writeString(input.resolve("acme.yaml"), Worlds.EXPOSED);
    snapshot = folder.resolve("acme.snapshot");
  }

  private Ran scan(String... more) {
    String[] command =
        new String[] {"scan", input.toString(), "--snapshot", snapshot.toString(), "-v"};
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return ambit(all);
  }

  @Test
  void theSecondScanReadsNothingAndFindsTheSame() {
    Ran first = scan("--out", "json=-");
    Ran second = scan("--out", "json=-");
    assertThat(first.err()).contains(KEPT).contains("ambit: read: facts");
    assertThat(second.err()).contains(TAKEN).doesNotContain("ambit: read: facts");
    assertThat(second.out()).isEqualTo(first.out()).isEqualTo(withoutSnapshot());
    assertThat(second.code()).isEqualTo(1);
  }

  private String withoutSnapshot() {
    return ambit("scan", input.toString(), "--out", "json=-").out();
  }

  @Test
  void aChangedFileIsNoticed() throws IOException {
    scan();
    Files.writeString(input.resolve("acme.yaml"), Worlds.QUIET);
    assertThat(scan().ends(0, "ambit: exit 0: no new finding at or above high").err())
        .contains(KEPT);
    assertThat(scan().err()).contains(TAKEN);
  }

  @Test
  void aNewFileIsNoticedEvenIfNobodyReadsIt() throws IOException {
    scan();
    Files.writeString(input.resolve("notes.txt"), "nothing to see");
    assertThat(scan("--out", "json=-").out()).isEqualTo(withoutSnapshot());
    Files.move(input.resolve("notes.txt"), input.resolve("other.txt"));
    assertThat(scan().err()).contains(KEPT);
  }

  @Test
  void anotherDayIsAnotherQuestion() {
    scan();
    assertThat(scan("--at", "2026-12-24").err()).contains(KEPT);
    assertThat(scan("--at", "2026-12-24").err()).contains(TAKEN);
  }

  @Test
  void whyAndWhoAndExportTakeItToo() {
    for (String[] question :
        new String[][] {
          {"why", "bot", "payroll"}, {"who", "payroll"}, {"export", "--out", "ttl=-"}
        }) {
      String[] asked = Arrays.copyOf(question, question.length + 1);
      asked[question.length] = input.toString();
      String[] kept = Arrays.copyOf(asked, asked.length + 3);
      kept[asked.length] = "--snapshot";
      kept[asked.length + 1] = snapshot.toString();
      kept[asked.length + 2] = "-v";
      String answer = ambit(asked).out();
      assertThat(ambit(kept).out()).as(question[0]).isEqualTo(answer).isNotEmpty();
      Ran second = ambit(kept);
      assertThat(second.out()).as(question[0]).isEqualTo(answer);
      assertThat(second.err()).as(question[0]).contains(TAKEN);
    }
  }

  @Test
  void aQuestionAboutPoliciesSaysThatItCannot() {
    ambit("who", "payroll", input.toString(), "--action", "s3:GetObject", "--snapshot", "x")
        .complains("a snapshot has none");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.9, 0.999})
  void aDamagedOneIsToldOfAndReplaced(double place) throws IOException {
    scan();
    byte[] bytes = Files.readAllBytes(snapshot);
    bytes[BEGINNING + (int) ((bytes.length - BEGINNING) * place)] ^= 1;
    Files.write(snapshot, bytes);
    Ran told = scan("--out", "json=-");
    assertThat(told.err()).contains(snapshot + ": this snapshot is damaged. Everything is read");
    assertThat(told.out()).isEqualTo(withoutSnapshot());
    assertThat(scan().err()).contains(TAKEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 40, 60, 200})
  void oneThatIsCutOffIsToldOfAndReplaced(int left) throws IOException {
    scan();
    Files.write(snapshot, Arrays.copyOf(Files.readAllBytes(snapshot), left));
    assertThat(scan().err()).containsAnyOf("is cut off", "is damaged", KEPT);
    assertThat(scan().err()).contains(TAKEN);
  }

  @Test
  void aFileThatIsNoneIsToldOfAndLeftAlone() throws IOException {
    Files.writeString(snapshot, "my thesis");
    Ran told = scan("--out", "json=-");
    assertThat(told.err()).contains("this is no snapshot of Ambit, and is left as it is");
    assertThat(told.out()).isEqualTo(withoutSnapshot());
    assertThat(snapshot).hasContent("my thesis");
  }

  @Test
  void aBrokenRuleFailsBeforeAnythingIsReadOrKept() throws IOException {
    Path rules = folder.resolve("rules");
    Files.createDirectories(rules.resolve("own"));
    Files.writeString(rules.resolve("own").resolve("broken.rq"), "SELECT nothing");
    Ran told = scan("--rules", rules.toString());
    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err()).contains("own/broken").doesNotContain("ambit: read: facts");
    assertThat(snapshot).doesNotExist();
  }

  @Test
  void whatCouldNotBeReadIsNotReadFromThereEither() throws IOException {
    Files.writeString(input.resolve("acme.yaml"), Worlds.QUIET);
    Files.writeString(input.resolve("half.yaml"), "ambit: 1\nagents: [");
    Ran first = scan("--out", "json=-");
    Ran second = scan("--out", "json=-");
    assertThat(second.err()).contains(TAKEN);
    assertThat(second.code()).isEqualTo(first.code()).isEqualTo(3);
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void whereItCannotBeWrittenTheScanGoesOn() {
    snapshot = folder.resolve("missing").resolve("acme.snapshot");
    Ran told = scan("--out", "json=-");
    assertThat(told.err()).contains("the snapshot cannot be written");
    assertThat(told.out()).isEqualTo(withoutSnapshot());
  }

  @Test
  void noSecretIsInIt() throws IOException {
    Files.writeString(
        input.resolve("claude_desktop_config.json"),
        """
        {"mcpServers": {"db": {"command": "db", "env": {"PGPASSWORD": "hunter2hunter2"}}}}
        """);
    scan();
    assertThat(new String(Files.readAllBytes(snapshot), StandardCharsets.ISO_8859_1))
        .contains("PGPASSWORD")
        .doesNotContain("hunter2");
  }
}
