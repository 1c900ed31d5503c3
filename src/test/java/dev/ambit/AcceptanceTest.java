package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Severity;
import dev.ambit.report.JsonReport;
import dev.ambit.rules.RuleBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published incidents, probes and their twins: the written result says what it must. */
class AcceptanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuleBook RULES = RuleBook.shipped();

  @TestFactory
  Stream<DynamicTest> aScenarioIsJudgedAsItsReviewerExpects() {
    return AcceptanceCase.all().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(),
                    () ->
                        assertThat(AcceptanceJudge.differences(each.expected(), written(each)))
                            .as("%s", each.expected().path("story").asText())
                            .isEmpty()));
  }

  @Test
  void noScenarioIsLost() {
    assertThat(AcceptanceCase.all()).hasSize(117);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'must': [{'rule': 'a/c'}]}                                  | missing: a/c * *",
        "{'must': [{'rule': 'a/b', 'object': 'other'}]}               | missing: a/b * other",
        "{'must': [{'rule': 'a/b', 'severity': 'low'}]}               | a/b * * is high",
        "{'must': [{'rule': 'a/b', 'severityIn': ['low', 'medium']}]} | a/b * * is high",
        "{'must': [{'rule': 'a/b', 'range': true}]}                   | a/b * * is no range",
        "{'must': [{'rule': 'a/b', 'uncleared': 2}]}                  | a/b * * uncleared is 3",
        "{'must': [{'rule': 'a/b', 'gate': 'other'}]}                 | a/b * * does not name \"other\"",
        "{'mustNot': [{'rule': 'a/b'}]}                               | must not be: a/b bot store",
        "{'mustNot': [{'rule': 'a/b', 'atOrAbove': 'high'}]}          | must not be: a/b bot store",
        "{'maxSeverity': 'medium'}                                    | too severe: a/b bot store",
        "{'gaps': ['store']}                                          | no gap: store",
        "{'noGaps': ['room']}                                         | is no gap: room",
        "{'verdict': ['passed', 'incomplete']}                        | verdict is failed",
        "{'agents': 2}                                                | agents is 1",
        "{'mayBe': 2}                                                 | unknown expectation: mayBe",
      })
  void theJudgeNoticesADifference(String expected, String difference) throws IOException {
    assertThat(AcceptanceJudge.differences(json(expected), small())).containsExactly(difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'must': [{'rule': 'a/b', 'severity': 'high', 'uncleared': 3, 'gate': 'ask-first'}]}",
        "{'mustNot': [{'rule': 'a/b', 'atOrAbove': 'critical'}, {'rule': 'a/c'}]}",
        "{'gaps': ['room/readers'], 'noGaps': ['store'], 'verdict': 'failed', 'agents': 1}",
      })
  void theJudgeAcceptsWhatIsSo(String expected) throws IOException {
    assertThat(AcceptanceJudge.differences(json(expected), small())).isEmpty();
  }

  @Test
  void theJudgeNoticesAFindingThatIsThereTwice() throws IOException {
    ObjectNode twice = (ObjectNode) small();
    twice.withArray("findings").add(twice.at("/findings/0"));
    assertThat(AcceptanceJudge.differences(json("{}"), twice))
        .isEqualTo(List.of("twice: a/b bot store"));
  }

  private static JsonNode small() throws IOException {
    return json(
        "{'verdict': {'status': 'failed'}, 'counts': {'agents': 1},"
            + " 'coverage': {'gaps': [{'about': 'room', 'missing': 'readers'}]},"
            + " 'findings': [{'rule': 'a/b', 'subject': 'bot', 'object': 'store',"
            + " 'severity': 'high', 'severityBest': 'high', 'audience': {'uncleared': 3},"
            + " 'gates': [{'id': 'ask-first'}]}]}");
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static JsonNode written(AcceptanceCase scenario) throws IOException {
    Options options =
        new Options(
            Lists.immutable.of(scenario.input()),
            Lists.immutable.empty(),
            Severity.HIGH,
            false,
            false,
            new AsOf.Asked(LocalDate.of(2026, 11, 1)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport()
        .write(Analysis.judge(Inbox.read(options.inputs(), Connectors.ALL), RULES, options), out);
    return JSON.readTree(out.toByteArray());
  }
}
