package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;
  private Path result;

  @BeforeEach
  void aStoredResult() throws IOException {
    Path input = Files.writeString(folder.resolve("acme.yaml"), Worlds.EXPOSED);
    result = folder.resolve("result.json");
    ambit(
        "scan",
        input.toString(),
        "-q",
        "--out",
        "json=" + result,
        "--out",
        "md=" + folder.resolve("a.md"));
  }

  @Test
  void itIsRenderedAgainWithoutTheInput() throws IOException {
    Files.delete(folder.resolve("acme.yaml"));
    ambit("report", result.toString(), "-q", "--out", "md=" + folder.resolve("b.md"))
        .ends(0, "ambit: exit 0: written; the stored verdict is failed");
    assertThat(folder.resolve("b.md")).hasSameTextualContentAs(folder.resolve("a.md"));
  }

  @Test
  void everyFormatIsTheSameAsTheScanWroteIt() throws IOException {
    Path scanned = Files.createDirectories(folder.resolve("scanned"));
    Path stored = Files.createDirectories(folder.resolve("stored"));
    ambit(withAllFormats(scanned, "scan", folder.resolve("acme.yaml").toString(), "-q"));
    ambit(withAllFormats(stored, "report", scanned.resolve("json").toString(), "-q"));
    for (String format : ReportWriters.ALL.collect(ReportWriter::id)) {
      assertThat(stored.resolve(format)).hasSameBinaryContentAs(scanned.resolve(format));
    }
  }

  private static String[] withAllFormats(Path folder, String... command) {
    return Stream.concat(
            Stream.of(command),
            ReportWriters.ALL.stream()
                .map(ReportWriter::id)
                .flatMap(format -> Stream.of("--out", format + "=" + folder.resolve(format))))
        .toArray(String[]::new);
  }

  @Test
  void withoutAFormatItIsText() {
    assertThat(ambit("report", result.toString()).out()).contains("action/exposes-classified-data");
  }

  @Test
  void aWrongResultIsAMistakeWithItsPlace() throws IOException {
    Files.writeString(result, Files.readString(result).replaceFirst("\"failed\"", "\"fine\""));
    ambit("report", result.toString()).complains("result.json:", "/verdict/status", "'fine'");
    ambit("report", folder.resolve("none.json").toString()).complains("there is no such file");
    ambit("report").complains("RESULT");
  }

  @Test
  void anExtractHoldsOneAgentAndKeepsTheVerdict() throws IOException {
    ambit("report", result.toString(), "-q", "--agent", "bot", "--out", "json=-")
        .ends(0, "ambit: exit 0: written; the stored verdict is failed");
    ambit("report", result.toString(), "--agent", "bat")
        .complains("no agent 'bat'", "the nearest is bot");
  }

  @Test
  void aPageCanBeMadeForOneKindOfReader() throws IOException {
    Path board = folder.resolve("board.html");
    ambit(
        "report",
        result.toString(),
        "-q",
        "--profile",
        "board",
        "--document-class",
        "Secret",
        "--redact-names",
        "--out",
        "html=" + board);
    assertThat(Files.readString(board)).contains("Secret", "Sign-off").doesNotContain("acme.yaml:");
    ambit("report", result.toString(), "--profile", "bord")
        .complains("'bord'", "the nearest is board");
    ambit("report", result.toString(), "--sarif-profile", "x").complains("full, github");
  }
}
