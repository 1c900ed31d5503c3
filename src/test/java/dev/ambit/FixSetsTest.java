package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.rules.ExampleFile;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every set of changes that a report shows, made in the files and scanned again. The search tries
 * its changes on facts and never sees a file, so this is what keeps the two the same.
 *
 * <p>One world of each rule and every small inventory is tried; {@code -Dfixes=all} tries all.
 */
class FixSetsTest {
  private static final int WORLDS_OF_A_RULE =
      "all".equals(System.getProperty("fixes")) ? Integer.MAX_VALUE : 1;

  private static final RuleBook RULES = RuleBook.shipped();

  @TestFactory
  Stream<DynamicTest> everySetClosesItsFindingInTheWorldOfARule(@TempDir Path folder) {
    return ExampleFile.shipped().stream()
        .flatMap(file -> RuleExamples.in(file).take(WORLDS_OF_A_RULE).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.rule() + ": " + example.world(),
                    () -> {
                      Path world = Files.createTempDirectory(folder, "world");
                      Files.writeString(world.resolve("inventory.json"), example.inventory());
                      assertEverySetCloses(world, folder);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everySetClosesItsFindingInAnInventory(@TempDir Path folder)
      throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/inventories"))) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () -> {
                        Path world = Files.createTempDirectory(folder, "world");
                        Files.copy(file, world.resolve(file.getFileName()));
                        assertEverySetCloses(world, folder);
                      }));
    }
  }

  @Test
  void theForumToolThatAnswersTheRequesterOnlyIsTheCheapestWay() {
    AnalysisResult result = Told.scan(Path.of("src/test/resources/inventories/forum-advice.yaml"));
    FixSet fix =
        result
            .findings()
            .detect(finding -> finding.rule().equals("action/posts-wider-than-requester"))
            .fix()
            .getFirst();
    assertThat(fix.say()).isEqualTo("Let forum-reply answer the requester only.");
    assertThat(fix.cost()).isEqualTo(1);
    assertThat(fix.changes().getOnly().pointer()).isEqualTo("/tools/1/on/0");
    assertThat(fix.closes()).isEqualTo(2);
  }

  @Test
  void findingsOfTheIncidentHaveAtMostThreeSetsCheapestFirst() {
    ImmutableList<Finding> findings =
        Told.scan(ScenarioTest.STORIES.resolve("forum-incident/input")).findings();
    assertThat(findings).anySatisfy(finding -> assertThat(finding.fix()).isNotEmpty());
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.fix()).hasSizeLessThanOrEqualTo(3);
              assertThat(finding.fix().collect(FixSet::cost).castToList()).isSorted();
            });
  }

  private static void assertEverySetCloses(Path world, Path folder) throws IOException {
    AnalysisResult before = Told.scan(world);
    for (Finding finding : before.findings()) {
      for (FixSet fix : finding.fix()) {
        Path copy = Files.createTempDirectory(folder, "copy");
        ChangedInput.write(world, copy, fix.changes());
        assertCloses(fix, finding, before, scanWithoutFixes(copy));
      }
    }
  }

  private static void assertCloses(
      FixSet fix, Finding finding, AnalysisResult before, AnalysisResult after) {
    String what = finding.rule() + " " + finding.subject() + " " + finding.object() + " by " + fix;
    ImmutableList<String> known = before.findings().collect(Finding::id);
    ImmutableList<Finding> left = after.findings();
    assertThat(after.notes().select(note -> note.kind() == Note.Kind.ERROR))
        .as("errors after closing %s", what)
        .hasSameSizeAs(before.notes().select(note -> note.kind() == Note.Kind.ERROR));
    assertThat(left.collect(Finding::id)).as("closed: %s", what).doesNotContain(finding.id());
    assertThat(
            left.select(each -> each.severity().atLeast(Severity.LOW))
                .reject(each -> known.contains(each.id())))
        .as("new after closing %s", what)
        .isEmpty();
    assertThat(
            before
                .findings()
                .select(each -> each.severity().atLeast(Severity.LOW))
                .reject(each -> left.collect(Finding::id).contains(each.id())))
        .as("closed by %s", fix)
        .hasSize(fix.closes());
  }

  private static AnalysisResult scanWithoutFixes(Path world) {
    Options options =
        new Options(
            Lists.immutable.of(world),
            Lists.immutable.empty(),
            Severity.HIGH,
            false,
            true,
            new AsOf.OfInput(LocalDate.of(2000, 1, 1)));
    return Analysis.judge(Inbox.read(options.inputs(), Connectors.ALL), RULES, options);
  }
}
