package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambit.model.AnalysisResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The stories of {@code sample-data}, each against what its reviewer wrote. */
class ScenarioTest {
  static final Path STORIES = Path.of("sample-data");

  @TestFactory
  Stream<DynamicTest> aStoryGivesWhatItsReviewerWroteAndNothingElse() throws IOException {
    return stories().stream()
        .map(
            story ->
                DynamicTest.dynamicTest(story.getFileName().toString(), () -> assertStory(story)));
  }

  @Test
  void everyStoryIsTold() throws IOException {
    assertThat(stories())
        .extracting(story -> story.getFileName().toString())
        .contains(
            "forum-incident",
            "forum-incident-repaired",
            "real-account",
            "unknown-facts",
            "well-built");
    assertThat(stories()).allSatisfy(story -> assertThat(story.resolve("README.md")).exists());
  }

  @Test
  void aLineThatMeansNothingIsRefused() {
    assertThatThrownBy(() -> Expected.of(List.of("verdict: passed exit 0", "hihg high a/b c d")))
        .hasMessageContaining("hihg");
    assertThatThrownBy(() -> Expected.of(List.of("high high a/b c d")))
        .hasMessageContaining("verdict");
  }

  @Test
  void aDifferenceNamesBothSides() {
    assertThat(Told.difference(List.of("a", "b"), List.of("b", "c")))
        .containsExactly("not told:     a", "not expected: c");
  }

  static List<Path> stories() throws IOException {
    try (Stream<Path> folders = Files.list(STORIES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void assertStory(Path story) throws IOException {
    Expected expected = Expected.read(story.resolve("expected.txt"));
    AnalysisResult result = Told.scan(story.resolve("input"));
    Told told = Told.by(result);
    List<String> findings = expected.findings();
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(Told.difference(findings, told.findings())).as("findings").isEmpty();
    softly.assertThat(Told.difference(expected.gaps(), told.gaps())).as("gaps").isEmpty();
    softly
        .assertThat(told.verdict())
        .as("%s", result.verdict().reasons())
        .isEqualTo(expected.verdict());
    expected
        .quiet()
        .forEach(quiet -> softly.assertThat(told.about(quiet)).as("quiet: %s", quiet).isEmpty());
    softly.assertAll();
    assertThat(told.findings()).as("order, and nothing twice").isEqualTo(findings);
    assertThat(told.gaps()).as("order, and nothing twice").isEqualTo(expected.gaps());
  }
}
