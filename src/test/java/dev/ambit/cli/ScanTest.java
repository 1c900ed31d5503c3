package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gate sees of a scan: the exit code, its reason, and where the result goes. */
class ScanTest {
  private static final String ONE = "1 new finding at or above high";

  @TempDir private Path folder;
  private Path outside;

  @BeforeEach
  void aFolderBesideTheInput(@TempDir Path beside) {
    outside = beside;
  }

  private String scanned(String world) throws IOException {
    Files.writeString(folder.resolve("inventory.yaml"), world);
    return folder.toString();
  }

  @Test
  void aQuietWorldPasses() throws IOException {
    ambit("scan", scanned(Worlds.QUIET)).ends(0, "ambit: exit 0: no new finding at or above high");
  }

  @Test
  void anExposureFails() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.EXPOSED)).ends(1, "ambit: exit 1: " + ONE);
    assertThat(ran.out()).contains("action/exposes-classified-data", "inventory.yaml:");
  }

  @Test
  void theThresholdDecides() throws IOException {
    String world = scanned(Worlds.EXPOSED);
    ambit("scan", world, "--fail-on", "critical")
        .ends(0, "ambit: exit 0: no new finding at or above critical");
    ambit("scan", world, "--fail-on", "never")
        .ends(0, "ambit: exit 0: no threshold is set, so no finding fails");
  }

  @Test
  void exitZeroTurnsOneIntoZeroAndSaysSo() throws IOException {
    ambit("scan", scanned(Worlds.EXPOSED), "--exit-zero")
        .ends(0, "ambit: exit 0: " + ONE + " (they do not count, by --exit-zero)");
  }

  @Test
  void exitZeroTurnsNothingElse() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.UNKNOWN), "--exit-zero");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void whatIsNotKnownNeverPasses() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.UNKNOWN));
    assertThat(ran.err()).contains("ambit: exit 3: ", "depending on what is not known");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void strictTakesTheWorstOfARange() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.UNKNOWN), "--strict");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void anUnreadableRecordComesBeforeFindings() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.EXPOSED_AND_BROKEN));
    assertThat(ran.err()).contains("ambit: exit 3: " + ONE, "could not be read");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void whereNoTextIsShownStderrNamesWhatCouldNotBeRead() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.EXPOSED_AND_BROKEN), "--out", "json=-");
    assertThat(ran.err()).contains("inventory.yaml:20 /agents/1", "'id'");
    assertThat(ran.out()).startsWith("{");
  }

  @Test
  void aFolderWithoutInputIsNothingToScan() throws IOException {
    Files.writeString(folder.resolve("README.md"), "nothing here");
    Ran ran = ambit("scan", folder.toString());
    assertThat(ran.err()).contains("ambit: exit 4: there is nothing to scan");
    assertThat(ran.code()).isEqualTo(4);
  }

  @Test
  void jsonOnStdoutIsNothingButJson() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.EXPOSED), "--out", "json=-");
    assertThat(ran.out()).startsWith("{\n").endsWith("}\n").contains("\"status\": \"failed\"");
    assertThat(ran.err().lines()).hasSize(1);
  }

  @Test
  void filesAppearWholeAndNothingIsLeftBeside() throws IOException {
    Path json = Files.writeString(outside.resolve("result.json"), "yesterday's");
    Path html = outside.resolve("report.html");
    ambit("scan", scanned(Worlds.EXPOSED), "--out", "json=" + json, "--out", "html=" + html);
    assertThat(Files.readString(json)).startsWith("{\n").endsWith("}\n");
    assertThat(Files.readString(html)).contains("</html>");
    try (Stream<Path> left = Files.list(outside)) {
      assertThat(left).containsExactlyInAnyOrder(json, html);
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = Files.writeString(outside.resolve("real.json"), "yesterday's");
    Path link = Files.createSymbolicLink(outside.resolve("latest.json"), real);
    ambit("scan", scanned(Worlds.QUIET), "--out", "json=" + link);
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).startsWith("{");
  }

  @Test
  void textIsShownBesideFilesUnlessQuiet() throws IOException {
    String world = scanned(Worlds.EXPOSED);
    String json = "json=" + outside.resolve("result.json");
    assertThat(ambit("scan", world, "--out", json).out()).contains("payroll");
    Ran quiet = ambit("scan", "-q", world, "--out", json).ends(1, "ambit: exit 1: " + ONE);
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err().lines()).hasSize(1);
  }

  @Test
  void theDayIsTheOneAskedForThenTheInventorysThenToday() throws IOException {
    String world = scanned(Worlds.QUIET);
    assertThat(at(world, "--at", "2026-12-24")).contains("\"at\": \"2026-12-24\"");
    assertThat(at(world)).contains("\"at\": \"2026-11-01\"");
    String undated = scanned(Worlds.QUIET.replace("asOf: 2026-11-01\n", ""));
    assertThat(at(undated)).contains("\"at\": \"2026-11-25\"");
  }

  private static String at(String world, String... more) {
    return ambit(
            Stream.concat(Stream.of("scan", world, "--out", "json=-"), Stream.of(more))
                .toArray(String[]::new))
        .out();
  }

  @Test
  void theSameQuestionGetsTheSameBytes() throws IOException {
    String world = scanned(Worlds.EXPOSED);
    assertThat(at(world)).isEqualTo(at(world));
  }

  @Test
  void aDocumentHoldsTheWorstAndSaysHowManyItLeavesOut() throws IOException {
    String world = scanned(Worlds.EXPOSED);
    assertThat(at(world, "--max-findings", "0"))
        .contains("\"truncated\": ", "\"high\": 1", "\"status\": \"failed\"");
    assertThat(ambit("scan", world, "--max-findings", "0", "--out", "findings=-").out())
        .contains("action/exposes-classified-data");
  }

  @Test
  void stagesAreToldOnlyOnRequest() throws IOException {
    String world = scanned(Worlds.QUIET);
    assertThat(ambit("scan", world).err().lines()).hasSize(1);
    assertThat(ambit("scan", "-v", world).err()).contains("ambit: read");
  }

  @Test
  void progressIsForTerminalsAndLeavesNoTrace() throws IOException {
    String world = scanned(Worlds.QUIET);
    String err = Ran.onTerminal(Map.of(), "scan", world).err();
    assertThat(err).contains("reading ").contains("\r\u001b[Kambit: exit 0");
    assertThat(Ran.onTerminal(Map.of("CI", "true"), "scan", world).err()).doesNotContain("reading");
    assertThat(Ran.onTerminal(Map.of("TERM", "dumb"), "scan", world).err())
        .doesNotContain("reading");
  }

  @Test
  void colourIsForTerminalsThatWantIt() throws IOException {
    String world = scanned(Worlds.EXPOSED);
    assertThat(Ran.onTerminal(Map.of(), "scan", world).out()).contains("\u001b[1;31mhigh");
    assertThat(Ran.onTerminal(Map.of("NO_COLOR", "1"), "scan", world).out())
        .doesNotContain("\u001b");
    assertThat(ambit("scan", world).out()).doesNotContain("\u001b");
    assertThat(ambit("scan", "--color", "always", world).out()).contains("\u001b[1;31mhigh");
  }

  @Test
  void aBrokenRuleFailsBeforeAnythingIsRead() throws IOException {
    Path rules = Files.createDirectories(outside.resolve("own"));
    Files.writeString(rules.resolve("broken.rq"), "SELECT nonsense");
    Ran ran = ambit("scan", scanned(Worlds.QUIET), "--rules", outside.toString());
    assertThat(ran.err()).contains("own/broken");
    assertThat(ran.code()).isEqualTo(2);
  }
}
