package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import java.io.IOException;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReportTest {
  private static String text(AnalysisResult result) {
    return Golden.written(new TextReport(TextLook.PLAIN), result);
  }

  @Test
  void itIsWrittenAsReviewed() throws IOException {
    Golden.assertSame("incident.txt", text(Results.incident()));
  }

  @Test
  void aCleanRunIsThreeLines() {
    assertThat(text(Results.clean()).lines())
        .containsExactly(
            "ambit 0.1.0: 1 agent, 4 principals, 2 assets, 1 channel and 1 grant, from 1 file",
            "no open findings; no rules asked",
            "passed: no finding at or above high");
  }

  @Test
  void findingsByOneGrantAreReadAsOne() {
    AnalysisResult result = manyByOneGrant(1200);
    String text = text(result);
    assertThat(text).contains("the same holds for 1,199 more objects by the same grant or tool:");
    assertThat(text).contains("and 1,189 more").contains("critical    1,200");
    assertThat(text.lines().filter(line -> line.contains("ambit explain"))).hasSize(1);
  }

  @Test
  void colourIsWrittenOnlyWhenAsked() {
    String coloured =
        Golden.written(new TextReport(new TextLook(true, false, 100)), Results.incident());
    assertThat(coloured).contains("\u001b[1;97;41mcritical\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(Results.incident()));
  }

  @Test
  void onlyAsciiIsWrittenWhereNothingElseCanBeShown() {
    String ascii = Golden.written(new TextReport(new TextLook(false, true, 80)), Results.hostile());
    assertThat(ascii.chars().filter(unit -> unit != '\n' && (unit < 0x20 || unit > 0x7e)))
        .isEmpty();
  }

  @Test
  void aNameCannotWriteALineOfItsOwn() {
    assertThat(text(Results.hostile()).lines()).noneMatch(line -> line.startsWith("| `x`"));
    assertThat(text(Results.hostile())).contains("[U+001B]").contains("[U+202E]");
  }

  @Test
  void sentencesAreWrappedAtTheWidth() {
    String narrow =
        Golden.written(new TextReport(new TextLook(false, false, 60)), Results.incident());
    assertThat(narrow.lines().filter(line -> line.startsWith("  ") && line.contains(" people")))
        .isNotEmpty()
        .allMatch(line -> line.length() <= 60);
  }

  @ParameterizedTest
  @CsvSource({"0, no findings", "1, 1 finding", "2, 2 findings", "1000, '1,000 findings'"})
  void countsReadRight(int count, String words) {
    assertThat(Counted.of(count, "finding")).isEqualTo(words);
  }

  static AnalysisResult manyByOneGrant(int count) {
    ImmutableList<Finding> findings =
        IntInterval.oneTo(count)
            .collect(
                number ->
                    Results.advice().withObject("table-" + number).withSeverity(Severity.CRITICAL))
            .toImmutable();
    return Results.incident()
        .with(it -> it.findings(findings).findingCounts(new FindingCounts(count, 0, 0, 0, 0, 0)));
  }
}
