package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A quiet scan is worth something only if the controls make it quiet: each of them, taken away
 * alone, must be missed.
 */
class WellBuiltControlsTest {
  private static final Path STORY = ScenarioTest.STORIES.resolve("well-built");

  private static AnalysisResult intact;

  @BeforeAll
  static void scanWithAllControls() {
    intact = Told.scan(STORY.resolve("input"));
  }

  @TempDir Path folder;

  /** One control, and the finding (rule, subject, object, severity) that misses it. */
  record Control(String control, String take, String leave, List<String> finds) {
    @Override
    public String toString() {
      return control;
    }

    String rule() {
      return finds.get(0);
    }
  }

  static List<Control> controls() throws IOException {
    return new YAMLMapper()
        .readValue(
            Files.readString(STORY.resolve("controls.yaml")),
            new TypeReference<List<Control>>() {});
  }

  @ParameterizedTest
  @MethodSource("controls")
  void aControlThatIsTakenAwayIsMissed(Control control) throws IOException {
    assumeTrue(
        intact.rules().anySatisfy(rule -> rule.id().equals(control.rule())),
        () -> "there is no rule " + control.rule() + " yet");
    String inventory = Files.readString(STORY.resolve("input/inventory.yaml"));
    assertThat(inventory).as("what is taken stands there once").containsOnlyOnce(control.take());
    Files.writeString(
        folder.resolve("inventory.yaml"), inventory.replace(control.take(), control.leave()));

    assertThat(rows(intact)).doesNotContain(control.finds());
    assertThat(rows(Told.scan(folder))).contains(control.finds());
  }

  @Test
  void theControlsAreManyAndDifferent() throws IOException {
    assertThat(controls()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(controls()).extracting(Control::take).doesNotHaveDuplicates();
  }

  private static List<List<String>> rows(AnalysisResult result) {
    return result.findings().collect(WellBuiltControlsTest::row).castToList();
  }

  private static List<String> row(Finding finding) {
    return List.of(finding.rule(), finding.subject(), finding.object(), finding.severity().word());
  }
}
