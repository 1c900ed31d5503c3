package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.report.SarifReport.Profile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Other tools can read what we write: each output keeps the schema of its format. */
class OutputSchemasTest {
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
  }
}
