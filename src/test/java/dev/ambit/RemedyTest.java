package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Remedy;
import dev.ambit.model.Severity;
import dev.ambit.repair.Costs;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The least changes for all findings of a world, made in its files and scanned again: they close
 * what they say and open nothing, and without any one of them something stays open.
 */
class RemedyTest {
  private static final RuleBook RULES = RuleBook.shipped();

  @TempDir Path folder;

  @Test
  void allOfAStoryIsClosedAndNoChangeIsIdle() throws IOException {
    assertAll(ScenarioTest.stories().stream().map(story -> story.resolve("input")).toList());
  }

  @Test
  void allOfAnAcceptanceScenarioIsClosedAndNoChangeIsIdle() throws IOException {
    assertAll(AcceptanceCase.all().stream().map(AcceptanceCase::input).distinct().toList());
  }

  /** The second half is written as an inventory, and read again. */
  @Test
  void aSplitMadeInTheFilesClosesWhatItClosedInTheFacts() {
    Costs dear = Costs.DEFAULT;
    for (String kind : Costs.words()) {
      dear = dear.with(kind, 9).orElseThrow();
    }
    Path world = ScenarioTest.STORIES.resolve("unknown-facts/input");
    AnalysisResult before = scanned(world);
    Remedy remedy = remedy(world, before, dear.with("split-agent", 1).orElseThrow(), 200);
    assertThat(remedy.steps().collect(Remedy.Step::kind)).contains("split-agent");
    assertThat(wrong(world, before, remedy, remedy.changes())).isEmpty();
  }

  private void assertAll(List<Path> worlds) {
    assertThat(worlds.stream().flatMap(this::faults).toList()).isEmpty();
  }

  private Stream<String> faults(Path world) {
    AnalysisResult before = scanned(world);
    Remedy remedy = remedy(world, before, Costs.DEFAULT, 600);
    Stream<String> all = told(world, wrong(world, before, remedy, remedy.changes()));
    Stream<String> idle =
        remedy.changes().stream()
            .filter(
                change ->
                    wrong(world, before, remedy, remedy.changes().newWithout(change)).isEmpty())
            .map(change -> world + ": idle " + change);
    return Stream.concat(all, idle);
  }

  private static Remedy remedy(Path world, AnalysisResult before, Costs costs, int trials) {
    ImmutableList<Finding> targets =
        before.findings().select(finding -> finding.severity().atLeast(Severity.LOW));
    return Analysis.remedy(
        read(world), targets, before.findings(), RULES, costs, before.at(), trials);
  }

  private static Stream<String> told(Path world, ImmutableList<String> wrong) {
    return wrong.stream().map(each -> world + ": " + each);
  }

  /** What these changes leave of that which the remedy says it closes, or make worse. */
  private ImmutableList<String> wrong(
      Path world, AnalysisResult before, Remedy remedy, ImmutableList<Change> changes) {
    try {
      Path copy = Files.createTempDirectory(folder, "copy");
      ChangedInput.write(world, copy, changes);
      AnalysisResult after = scanned(copy);
      ImmutableList<String> left =
          remedy
              .closes()
              .select(each -> after.findings().anySatisfy(now -> now.id().equals(each.id())))
              .collect(each -> "leaves " + each.rule() + " " + each.subject());
      ImmutableList<String> opened =
          after
              .findings()
              .select(each -> each.severity().atLeast(Severity.LOW))
              .select(
                  each ->
                      before
                          .findings()
                          .noneSatisfy(
                              then ->
                                  then.id().equals(each.id())
                                      && then.severity().atLeast(each.severity())))
              .collect(each -> "opens " + each.rule() + " " + each.subject());
      return left.newWithAll(opened);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Facts read(Path input) {
    return Inbox.read(Lists.immutable.of(input), Connectors.ALL);
  }

  private static AnalysisResult scanned(Path input) {
    return Analysis.judge(
        read(input),
        RULES,
        new Options(
            Lists.immutable.of(input),
            Lists.immutable.empty(),
            Severity.HIGH,
            false,
            false,
            new AsOf.OfInput(LocalDate.of(2026, 11, 1))));
  }
}
