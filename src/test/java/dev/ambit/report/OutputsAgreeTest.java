package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.Finding;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import dev.ambit.report.html.HtmlReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No two outputs of one result say different things, however many findings there are. */
class OutputsAgreeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ID = Pattern.compile("F-[0-9a-f]{12}");

  /** Three hundred findings, of which the last forty are waived. */
  static final AnalysisResult RESULT = partlyWaived(Large.result(300), 40);

  private static AnalysisResult partlyWaived(AnalysisResult all, int count) {
    ImmutableList<Finding> open = all.findings().take(all.findings().size() - count);
    Waiver waiver =
        new Waiver(
            "the service ends",
            "J. Ortiz",
            LocalDate.of(2026, 12, 31),
            all.findings().getFirst().evidence().getFirst());
    return all.with(
        it ->
            it.findings(open)
                .findingCounts(FindingCounts.of(open, count))
                .waived(
                    all.findings()
                        .drop(open.size())
                        .collect(finding -> new Waived(finding, waiver))));
  }

  static Stream<ReportWriter> writers() {
    return ReportWriters.ALL.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void everyOpenFindingIsInEveryOutput(ReportWriter writer) {
    assertThat(ids(Golden.written(writer, RESULT)))
        .containsAll(RESULT.findings().collect(Finding::id));
  }

  @Test
  void theIdsAreTheSameInAllThatListEveryFinding() {
    Set<String> all = new TreeSet<>(RESULT.findings().collect(Finding::id).castToList());
    assertIds(new SarifReport(), all);
    assertIds(new GitlabReport(), all);
    all.addAll(RESULT.waived().collect(waived -> waived.finding().id()).castToList());
    assertIds(new JsonReport(), all);
    assertIds(new FindingLinesReport(), all);
    assertIds(new CsvReport(), all);
    assertIds(new HtmlReport(), all);
    assertIds(new OcsfReport(), all);
    assertIds(new OscalReport(), all);
    assertIds(new OpenGraphReport(), all);
    assertIds(new SarifReport(SarifReport.Profile.FULL), all);
  }

  private static void assertIds(ReportWriter writer, Set<String> expected) {
    assertThat(ids(Golden.written(writer, RESULT)))
        .as(writer.id())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theCountsAreTheSame() throws IOException {
    FindingCounts counts = RESULT.findingCounts();
    JsonNode json = JSON.readTree(Golden.written(new JsonReport(), RESULT));
    assertThat(json.at("/counts/findings/critical").asInt()).isEqualTo(counts.critical());
    assertThat(json.at("/findings")).hasSize(counts.total());
    assertThat(json.at("/waived")).hasSize(counts.waived());
    assertThat(results(new SarifReport(), RESULT)).hasSize(counts.total());
    assertThat(results(new SarifReport(SarifReport.Profile.FULL), RESULT))
        .filteredOn(each -> each.at("/kind").asText().equals("fail"))
        .hasSize(counts.total() + counts.waived());
    assertThat(results(new SarifReport(SarifReport.Profile.FULL), RESULT))
        .filteredOn(each -> each.at("/kind").asText().equals("open"))
        .hasSize(RESULT.gaps().size() + 1);
    assertThat(JSON.readTree(Golden.written(new OcsfReport(), RESULT)))
        .filteredOn(event -> event.at("/class_uid").asInt() == 2004)
        .hasSize(counts.total() + counts.waived())
        .filteredOn(event -> event.at("/status_id").asInt() == 3)
        .hasSize(counts.waived());
    assertThat(
            JSON.readTree(Golden.written(new OscalReport(), RESULT))
                .at("/assessment-results/results/0/risks"))
        .hasSize(counts.total() + counts.waived())
        .filteredOn(risk -> risk.at("/status").asText().equals("open"))
        .hasSize(counts.total());
    assertThat(JSON.readTree(Golden.written(new OpenGraphReport(), RESULT)).at("/graph/nodes"))
        .filteredOn(node -> node.at("/kinds/0").asText().equals("AmbitFinding"))
        .hasSize(counts.total() + counts.waived());
    assertThat(Golden.written(new CsvReport(), RESULT).lines())
        .hasSize(1 + counts.total() + counts.waived());
    assertThat(Golden.written(new MarkdownReport(), RESULT))
        .contains(
            "| "
                + counts.critical()
                + " | "
                + counts.high()
                + " | "
                + counts.medium()
                + " | "
                + counts.low()
                + " | "
                + counts.info()
                + " | "
                + counts.waived()
                + " |");
    assertThat(Golden.written(new HtmlReport(), RESULT))
        .contains("<dd>" + counts.critical() + "</dd>", "<dd>" + counts.medium() + "</dd>");
  }

  @Test
  void aWaivedFindingIsSuppressedWhereReadersKnowWhatThatMeans() throws IOException {
    JsonNode results = results(new SarifReport(SarifReport.Profile.FULL), RESULT);
    JsonNode waived = results.get(RESULT.findings().size() + RESULT.waived().size() - 1);
    assertThat(waived.at("/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(waived.at("/suppressions/0/status").asText()).isEqualTo("accepted");
    assertThat(waived.at("/suppressions/0/justification").asText()).contains("J. Ortiz");
    assertThat(results.get(0).has("suppressions")).isFalse();
    assertThat(results.get(0).at("/baselineState").asText()).isEqualTo("new");
  }

  @Test
  void fiftyThousandFindingsStayWithinWhatCodeScanningTakes() throws IOException {
    String sarif = Golden.written(new SarifReport(), Large.result(50_000));
    assertThat(zipped(sarif)).isLessThan(10_000_000);
    JsonNode run = JSON.readTree(sarif).at("/runs/0");
    assertThat(run.at("/results").size()).isBetween(1, SarifReport.KEPT);
    for (JsonNode result : run.at("/results")) {
      assertThat(result.at("/locations")).hasSize(1);
      assertThat(result.at("/codeFlows/0/threadFlows")).hasSize(1);
      assertThat(result.at("/codeFlows/0/threadFlows/0/locations").size()).isLessThan(1_000);
      assertThat(result.at("/level").asText()).isEqualTo("error");
    }
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/properties/tags").size()).isLessThanOrEqualTo(20);
      assertThat(rule.at("/fullDescription/text").asText().length()).isLessThanOrEqualTo(1024);
    }
    assertThat(run.at("/invocations/0/toolExecutionNotifications").findValuesAsText("text"))
        .anyMatch(text -> text.contains("are not in this file"));
  }

  private static JsonNode results(SarifReport report, AnalysisResult result) throws IOException {
    return JSON.readTree(Golden.written(report, result)).at("/runs/0/results");
  }

  private static int zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static Set<String> ids(String text) {
    Set<String> ids = new TreeSet<>();
    ID.matcher(text).results().forEach(found -> ids.add(found.group()));
    return ids;
  }
}
