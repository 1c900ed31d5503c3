package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ambit.model.AnalysisResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** SARIF, Markdown, JUnit and CSV, where they differ from what holds for all. */
class OtherReportsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theyAreWrittenAsReviewed() throws IOException {
    Golden.assertSame("incident.sarif", Golden.written(new SarifReport(), Results.incident()));
    Golden.assertSame("incident.md", Golden.written(new MarkdownReport(), Results.incident()));
    Golden.assertSame("incident.junit.xml", Golden.written(new JUnitReport(), Results.incident()));
    Golden.assertSame(
        "incident.gitlab.json", Golden.written(new GitlabReport(), Results.incident()));
    Golden.assertSame("incident.ocsf.json", Golden.written(new OcsfReport(), Results.incident()));
    Golden.assertSame("incident.oscal.json", Golden.written(new OscalReport(), Results.incident()));
    Golden.assertSame(
        "incident.opengraph.json", Golden.written(new OpenGraphReport(), Results.incident()));
    Golden.assertSame("incident.csv", Golden.written(new CsvReport(), Results.incident()));
  }

  @Test
  void everyPlaceInSarifHasAFileAndALine() throws IOException {
    for (JsonNode run : sarif(Results.incident()).at("/runs")) {
      assertThat(run.findValues("physicalLocation"))
          .isNotEmpty()
          .allSatisfy(
              place -> {
                assertThat(place.at("/artifactLocation/uri").asText())
                    .isNotEmpty()
                    .doesNotContain(" ", ":");
                assertThat(place.at("/region/startLine").asInt()).isPositive();
              });
    }
  }

  @Test
  void aResultInSarifStandsAtTheStepThatTheFixRemoves() throws IOException {
    JsonNode exposure = sarif(Results.incident()).at("/runs/0/results/2");
    assertThat(exposure.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(30);
    assertThat(exposure.at("/codeFlows/0/threadFlows")).hasSize(1);
    assertThat(exposure.at("/codeFlows/0/threadFlows/0/locations")).hasSize(4);
  }

  @Test
  void aSarifResultNamesTheRuleAtItsIndex() throws IOException {
    JsonNode run = sarif(Results.incident()).at("/runs/0");
    for (JsonNode result : run.at("/results")) {
      assertThat(run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt()).at("/id"))
          .isEqualTo(result.at("/ruleId"));
    }
  }

  @Test
  void aSarifRuleNamesTheEntriesOfPublicListsAtTheirIndex() throws IOException {
    JsonNode run = sarif(Results.incident()).at("/runs/0");
    ImmutableList<JsonNode> targets =
        Lists.immutable.withAll(run.at("/tool/driver/rules").findValues("target"));
    assertThat(targets).isNotEmpty();
    for (JsonNode target : targets) {
      JsonNode list = run.at("/taxonomies").get(target.at("/toolComponent/index").asInt());
      assertThat(list.at("/name")).isEqualTo(target.at("/toolComponent/name"));
      assertThat(list.at("/taxa").get(target.at("/index").asInt()).at("/id"))
          .isEqualTo(target.at("/id"));
    }
  }

  @Test
  void whatWasNotJudgedIsOpenInFullAndNoAlertOnGithub() throws IOException {
    JsonNode full =
        JSON.readTree(
            Golden.written(new SarifReport(SarifReport.Profile.FULL), Results.incident()));
    assertThat(full.at("/runs/0/results").findValuesAsText("kind")).contains("open");
    assertThat(full.at("/runs/0/results/0/graphs/0/edges")).isNotEmpty();
    assertThat(sarif(Results.incident()).at("/runs/0/results").findValuesAsText("kind"))
        .containsOnly("fail");
  }

  @Test
  void aSarifMessageMakesNoLinkOfAName() throws IOException {
    AnalysisResult result =
        Results.incident()
            .with(
                it ->
                    it.findings(
                        it.findings()
                            .take(1)
                            .collect(finding -> finding.withMessage("[click](http://x)"))));
    assertThat(sarif(result).at("/runs/0/results/0/message/text").asText())
        .isEqualTo("\\[click\\](http://x)");
  }

  @Test
  void whatWasNotJudgedIsSkippedInJUnitAndWhatIsKeptPasses() throws Exception {
    Document xml = xml(Golden.written(new JUnitReport(), Results.incident()));
    assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(3);
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(5);
    // Two agents, five rules, three things not judged.
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(13);
    Element first = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(first.getAttribute("name")).isEqualTo("forum-helper");
    assertThat(first.getAttribute("failures")).isEqualTo("2");
  }

  @Test
  void aHostileNameLeavesJUnitWellFormed() throws Exception {
    Document xml = xml(Golden.written(new JUnitReport(), Results.hostile()));
    assertThat(xml.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void aNameIsNoFormulaInASpreadsheet() {
    String csv = Golden.written(new CsvReport(), Results.hostile());
    assertThat(csv).contains(",\"'=cmd|'/c'!A1\"\"'").doesNotContain(",\"=");
    assertThat(csv.lines()).hasSize(2);
  }

  @Test
  void nobodyIsCalledAndNothingIsMarkedUpByANameInMarkdown() {
    String markdown = Golden.written(new MarkdownReport(), Results.hostile());
    // Between backticks everything is shown as it is.
    String running = markdown.replace("\\`", "").replaceAll("`[^`\n]*`", "");
    assertThat(running).contains("@<!-- -->all").doesNotContain("@all").doesNotContain("<script");
    assertThat(markdown.lines()).noneMatch(line -> line.startsWith("| `x`"));
  }

  @Test
  void aCommentStaysBelowTheSizeAtWhichHostsDropItAndSaysSo() {
    String markdown =
        Golden.written(
            new MarkdownReport(),
            Results.incident()
                .withFindings(
                    org.eclipse.collections.impl.list.primitive.IntInterval.oneTo(5000)
                        .collect(number -> Results.advice().withSubject("agent-" + number))
                        .toImmutable()));
    assertThat(markdown.getBytes(StandardCharsets.UTF_8).length).isLessThan(900_000);
    assertThat(markdown).contains("more findings are left out of this list");
  }

  @Test
  void gitlabShowsEachFindingOnceAtALineOfAFile() throws IOException {
    JsonNode findings = JSON.readTree(Golden.written(new GitlabReport(), Results.incident()));
    assertThat(findings.findValuesAsText("fingerprint")).hasSize(5).doesNotHaveDuplicates();
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.at("/location/path").asText()).isNotEmpty();
              assertThat(finding.at("/location/lines/begin").asInt()).isPositive();
              assertThat(finding.at("/severity").asText())
                  .isIn("info", "minor", "major", "critical", "blocker");
            });
  }

  private static JsonNode sarif(AnalysisResult result) throws IOException {
    return JSON.readTree(Golden.written(new SarifReport(), result));
  }

  private static Document xml(String text)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
