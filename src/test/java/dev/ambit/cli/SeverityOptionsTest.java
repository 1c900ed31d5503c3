package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A severity that was chosen for a run counts, and nobody can take it for the rule's own. */
class SeverityOptionsTest {
  private static final String RULE = "action/exposes-classified-data";
  private static final String SAID = "Set to low for this run; by itself it is high.";

  @TempDir private Path folder;

  private String scanned(String world) throws IOException {
    Path input = Files.createDirectory(folder.resolve("input"));
    Files.writeString(input.resolve("inventory.yaml"), world);
    return input.toString();
  }

  @Test
  void theGateTakesTheSeverityThatWasSet() throws IOException {
    String world = scanned(Worlds.EXPOSED);
    ambit("scan", world, "--severity", RULE + "=medium")
        .ends(0, "ambit: exit 0: no new finding at or above high");
    ambit("scan", world, "--severity", RULE + "=critical", "--fail-on", "critical")
        .ends(1, "ambit: exit 1: 1 new finding at or above critical");
  }

  @Test
  void everyOutputSaysWhatTheFindingIsByItself() throws IOException {
    String world = scanned(Worlds.EXPOSED);
    for (ReportWriter writer : ReportWriters.ALL) {
      Path file = folder.resolve("result." + writer.id());
      ambit("scan", world, "--severity", RULE + "=low", "--out", writer.id() + "=" + file);
      assertThat(Files.readString(file)).as(writer.id()).contains(SAID);
    }
  }

  @Test
  void theMethodSaysWhichRulesWereSetEvenIfTheyFindNothing() throws IOException {
    Path html = folder.resolve("result.html");
    Path json = folder.resolve("result.json");
    Ran ran =
        ambit(
            "scan",
            scanned(Worlds.QUIET),
            "--severity",
            RULE + "=low",
            "--severity=oversight/owner-missing=low",
            "--out=text=-",
            "--out=html=" + html,
            "--out=json=" + json);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .containsIgnoringWhitespaces("findings of " + RULE + " are set to low for this run")
        .containsIgnoringWhitespaces("by itself the rule says medium");
    assertThat(Files.readString(json)).contains("findings of " + RULE + " are set to low");
    assertThat(Files.readString(html))
        .contains("Severity: low, set for this run (by itself path).")
        .contains("Severity: low, set for this run (by itself medium).");
  }

  @Test
  void whatMayNotBeThereMayStillNotBeThere() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.UNKNOWN), "--severity", RULE + "=critical");
    assertThat(ran.err()).contains("ambit: exit 3: ", "depending on what is not known");
  }

  @Test
  void settingASeverityToWhatItIsAddsNothingToTheSentence() throws IOException {
    Ran ran = ambit("scan", scanned(Worlds.EXPOSED), "--severity", RULE + "=high");
    assertThat(ran.out()).doesNotContain("by itself it is");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void explainTellsBoth() {
    assertThat(ambit("explain", RULE, "--severity", RULE + "=low").out())
        .startsWith(RULE + "  low, set for this run (by itself path)\n");
  }

  @ParameterizedTest
  @CsvSource({
    "action/open-egres=low, action/open-egres: there is no rule of that id, The nearest is action/open-egress",
    "action/open-egress=hihg, 'hihg' is no severity, the nearest is high",
    "action/open-egress=none, none would hide findings, take info",
    "action/open-egress, write RULE=SEVERITY, as in",
    "=low, write RULE=SEVERITY, as in",
  })
  void aSlipOfThePenIsNamed(String set, String wrong, String remedy) throws IOException {
    ambit("scan", scanned(Worlds.QUIET), "--severity", set).complains(wrong, remedy);
  }

  @Test
  void oneRuleHasOneSeverity() throws IOException {
    String world = scanned(Worlds.QUIET);
    ambit("scan", world, "--severity", RULE + "=low", "--severity", RULE + "=high")
        .complains("is set to low already");
    ambit("scan", world, "--severity", RULE + "=low", "--severity", RULE + "=low")
        .ends(0, "ambit: exit 0: no new finding at or above high");
  }
}
