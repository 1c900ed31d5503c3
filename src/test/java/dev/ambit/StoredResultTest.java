package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambit.connect.InputException;
import dev.ambit.connect.result.StoredResult;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import dev.ambit.report.Golden;
import dev.ambit.report.JsonReport;
import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import dev.ambit.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result that was written and read back is the same in every output. */
class StoredResultTest {
  private static final String FILE = "review/result.json";

  @TestFactory
  Stream<DynamicTest> aStoryReadBackGivesTheSameBytesInEveryOutput() throws IOException {
    return ScenarioTest.stories().stream()
        .map(
            story ->
                DynamicTest.dynamicTest(
                    story.getFileName().toString(), () -> assertSame(scanned(story))));
  }

  @Test
  void whatNoStoryHasComesBackToo() {
    Waiver waiver =
        new Waiver(
            "the channel closes",
            "J. Ortiz",
            LocalDate.of(2026, 12, 31),
            Results.advice().evidence().getFirst());
    AnalysisResult result =
        Results.incident()
            .with(
                it ->
                    it.failOn(Severity.NONE)
                        .truncated(7)
                        .waived(Lists.immutable.of(new Waived(Results.advice(), waiver))));
    assertSame(result);
    assertSame(Results.clean());
    // Whether an input could not be read follows from the notes, of which that one has none.
    assertSame(
        Results.hostile()
            .with(
                it ->
                    it.verdict(
                        new Verdict(it.verdict().status(), it.verdict().reasons(), false, false))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "at": "2026-11-01"          | "at": "1 Nov"               | review/result.json:9 /run/at: expected a date like 2026-03-31, found '1 Nov'. Write year-month-day
          "status": "failed"          | "status": "broken"          | /verdict/status: 'broken' is not known here. The nearest word that is: 'passed'
          "tier": 1                   | "tier": 9                   | a tier is 0 to 4, found 9. Write one of these
          "kind": "publishes"         | "kind": "publish"           | /findings/0/paths/0/hops/0/kind: 'publish' is not known here. The nearest word that is: 'publishes'
          "F-36013ebb6980"            | "F-36013ebb6981"            | /findings/0/id: the id of this rule, subject and object is F-36013ebb6980. Take the file as ambit wrote it; this one was changed
          "agents": 2                 | "agents": -2                | /counts/agents: expected a count, found -2. Write a whole number, 0 or more
          "complete": false           | "complete": "no"            | /coverage/complete: expected true or false, found text. Write true or false
          "statement"                 | "statements"                | 'statement' is missing. Add it
          ambit/result/1              | ambit/result/9              | the schema 'https://w3id.org/ambit/result/9' is not known to this version. Write one with 'ambit scan --out json=FILE'
          "rulesDigest"               | "rulesDigest" "x"           | this is no JSON
          """)
  void aWrongPlaceIsNamed(String right, String wrong, String message) {
    String json = Golden.written(new JsonReport(), Results.incident());
    assertThat(json).contains(right);
    assertThatThrownBy(() -> StoredResult.read(json.replaceFirst(right, wrong), FILE))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("review/result.json:")
        .hasMessageContaining(message);
  }

  @Test
  void anotherFileIsNoResult() {
    assertThatThrownBy(() -> StoredResult.read("{\"agents\": []}", FILE))
        .hasMessageContaining("this is no result of ambit");
    assertThatThrownBy(() -> StoredResult.read("", FILE)).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> StoredResult.read(Path.of("src/test/no-such.json")))
        .hasMessage(
            "src/test/no-such.json: there is no such file. Write one with 'ambit scan --out"
                + " json=FILE'");
  }

  private static AnalysisResult scanned(Path story) {
    return Analysis.run(
        new Options(
            Lists.immutable.of(story.resolve("input")),
            Lists.immutable.empty(),
            Severity.HIGH,
            false,
            true,
            new AsOf.Asked(LocalDate.of(2026, 11, 1))));
  }

  private static void assertSame(AnalysisResult result) {
    AnalysisResult again = StoredResult.read(Golden.written(new JsonReport(), result), FILE);
    assertThat(again).isEqualTo(result);
    for (ReportWriter writer : ReportWriters.ALL) {
      assertThat(Golden.written(writer, again))
          .as(writer.id())
          .isEqualTo(Golden.written(writer, result));
    }
  }
}
