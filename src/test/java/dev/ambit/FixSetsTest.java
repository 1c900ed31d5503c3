package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.rules.ExampleFile;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every set of changes that a report shows, made in the files and scanned again. The search tries
 * its changes on facts and never sees a file, so this is what keeps the two the same. The worlds
 * are the stories, the acceptance scenarios and the first example of each rule; {@code -Dfixes=all}
 * takes every example, which is many minutes.
 */
class FixSetsTest {
  private static final RuleBook RULES = RuleBook.shipped();

  @Test
  void everySetClosesItsFindingInAStory(@TempDir Path folder) throws IOException {
    assertSetsClose(
        ScenarioTest.stories().stream().map(story -> story.resolve("input")).toList(), folder);
  }

  @Test
  void everySetClosesItsFindingInAnInventory(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/inventories"))) {
      assertSetsClose(files.sorted().toList(), folder);
    }
  }

  @Test
  void everySetClosesItsFindingInAnAcceptanceScenario(@TempDir Path folder) {
    assertSetsClose(AcceptanceCase.all().stream().map(AcceptanceCase::input).toList(), folder);
  }

  @Test
  void everySetClosesItsFindingInTheWorldsOfARule(@TempDir Path folder) throws IOException {
    List<Path> worlds = new ArrayList<>();
    boolean all = System.getProperty("fixes", "").equals("all");
    for (RuleExample example :
        ExampleFile.shipped()
            .collect(RuleExamples::in)
            .flatCollect(of -> all ? of : Lists.immutable.of(of.getFirst()))) {
      String name = example.rule().replace('/', '-') + "-" + example.origin().line();
      worlds.add(Files.writeString(folder.resolve(name + ".json"), example.inventory()));
    }
    assertSetsClose(worlds, folder);
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

  /** Two worlds at a time, since each is many scans; all that is wrong is told together. */
  private static void assertSetsClose(List<Path> worlds, Path folder) {
    ForkJoinPool two = new ForkJoinPool(2);
    try {
      ImmutableList<String> faults =
          Lists.immutable.withAll(
              two.submit(
                      () ->
                          worlds.parallelStream()
                              .flatMap(world -> FixedWorld.of(world, folder, RULES).faults())
                              .toList())
                  .join());
      assertThat(faults).isEmpty();
    } finally {
      two.shutdown();
    }
  }
}
