package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ambit.model.AnalysisResult;
import dev.ambit.report.SarifReport.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Other tools can read what we write: each output keeps the schema of its format. */
class OutputSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Arguments> results() {
    return Stream.of(
        Arguments.of("nothing found", Results.clean()),
        Arguments.of("an incident", Results.incident()),
        Arguments.of("hostile names", Results.hostile()),
        Arguments.of("many findings, some waived", OutputsAgreeTest.RESULT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("results")
  void sarifKeepsTheSchemaOfOasis(String name, AnalysisResult result) throws IOException {
    for (Profile profile : Profile.values()) {
      assertThat(Schemas.SARIF.faults(Golden.written(new SarifReport(profile), result)))
          .as(profile.name())
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("results")
  void junitKeepsTheSchemaThatJenkinsChecks(String name, AnalysisResult result) throws IOException {
    assertThat(Schemas.faultsOfJUnit(Golden.written(new JUnitReport(), result))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("results")
  void codeQualityIsAsGitlabDocumentsIt(String name, AnalysisResult result) throws IOException {
    assertThat(Schemas.GITLAB.faults(Golden.written(new GitlabReport(), result))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("results")
  void oscalKeepsTheSchemaOfNist(String name, AnalysisResult result) throws IOException {
    String oscal = Golden.written(new OscalReport(), result);
    assertThat(Schemas.OSCAL.faults(oscal)).isEmpty();
    String plan =
        JSON.readTree(oscal)
            .at("/assessment-results/back-matter/resources/0/base64/value")
            .asText();
    assertThat(
            Schemas.OSCAL_PLAN.faults(
                new String(Base64.getDecoder().decode(plan), StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("results")
  void ocsfHasOnlyWhatItsClassesHave(String name, AnalysisResult result) throws IOException {
    assertThat(Schemas.OCSF.faults(Golden.written(new OcsfReport(), result))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("results")
  void openGraphCanBeLoaded(String name, AnalysisResult result) throws IOException {
    String graph = Golden.written(new OpenGraphReport(), result);
    assertThat(Schemas.OPENGRAPH.faults(graph)).isEmpty();
    JsonNode all = JSON.readTree(graph).at("/graph");
    assertThat(all.at("/edges").findValuesAsText("value"))
        .isSubsetOf(all.at("/nodes").findValuesAsText("id"));
    assertThat(all.at("/nodes").findValuesAsText("id")).doesNotHaveDuplicates();
  }

  @Test
  void whatDoesNotKeepASchemaIsFound() throws IOException {
    String sarif = Golden.written(new SarifReport(), Results.incident());
    assertThat(Schemas.SARIF.faults(sarif.replace("\"fail\"", "\"bad\""))).hasSize(5);
    assertThat(Schemas.SARIF.faults(sarif.replace(": 20\n", ": 0\n"))).isNotEmpty();
    String junit = Golden.written(new JUnitReport(), Results.incident());
    assertThat(Schemas.faultsOfJUnit(junit.replace("<testcase ", "<testcase colour=\"red\" ")))
        .isNotEmpty();
    String gitlab = Golden.written(new GitlabReport(), Results.incident());
    assertThat(Schemas.GITLAB.faults(gitlab.replace("blocker", "worst"))).isNotEmpty();
    String oscal = Golden.written(new OscalReport(), Results.incident());
    assertThat(Schemas.OSCAL.faults(oscal.replace("\"start\"", "\"begin\""))).isNotEmpty();
    String ocsf = Golden.written(new OcsfReport(), Results.incident());
    assertThat(Schemas.OCSF.faults(ocsf.replace("\"time\"", "\"when\""))).isNotEmpty();
    String graph = Golden.written(new OpenGraphReport(), Results.incident());
    assertThat(Schemas.OPENGRAPH.faults(graph.replace("AmbitReads", "Ambit-Reads"))).isNotEmpty();
  }
}
