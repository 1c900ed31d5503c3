package dev.ambit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Finding;
import dev.ambit.model.Remedy;
import dev.ambit.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the search against those of trying every set of changes. */
class LeastChangeTest {
  private static final int WORLDS = 14;

  /** Sets tried in one world; a world with more is passed over. */
  private static final int SETS = 400;

  @TempDir Path folder;

  @Test
  void noSetOfChangesCostsLessAndNoChangeIsIdle() {
    int compared = 0;
    int together = 0;
    for (long seed = 1; compared < WORLDS; seed++) {
      SmallWorld world = SmallWorld.of(seed, folder);
      Remedy remedy = remedy(world, LeastChange.TRIALS);
      List<List<Edit>> cheaper = below(remedy.cost(), edits(world));
      if (remedy.steps().notEmpty() && cheaper.size() <= SETS) {
        assertThat(remedy.isProvenLeast()).as("proven, seed %s", seed).isTrue();
        assertCloses(world, remedy, seed);
        for (List<Edit> set : cheaper) {
          assertThat(closes(world, remedy, set)).as("%s closes all, seed %s", set, seed).isFalse();
        }
        compared++;
        together += remedy.steps().size() > 1 ? 1 : 0;
      }
    }
    assertThat(together).as("worlds that need several changes").isGreaterThan(WORLDS / 3);
  }

  @Test
  void withoutTimeTheGapIsTold() {
    for (long seed = 1; seed <= 20; seed++) {
      Remedy remedy = remedy(SmallWorld.of(seed, folder), 0);
      assertThat(remedy.bound()).isLessThanOrEqualTo(remedy.cost());
      if (remedy.steps().size() > 1) {
        assertThat(remedy.isProvenLeast()).isFalse();
        return;
      }
    }
    throw new AssertionError("no world needs two changes");
  }

  private static Remedy remedy(SmallWorld world, int trials) {
    return LeastChange.of(
        world.facts(), world.targets(), world.findings(), SmallWorld.scan(), Costs.DEFAULT, trials);
  }

  /** All of its changes close all that it says, and each of them is needed for that. */
  private static void assertCloses(SmallWorld world, Remedy remedy, long seed) {
    List<Edit> own = new ArrayList<>();
    for (Remedy.Step step : remedy.steps()) {
      edits(world)
          .detectOptional(edit -> edit.changes().equals(step.changes()))
          .ifPresent(own::add);
    }
    if (own.size() < remedy.steps().size()) {
      return;
    }
    assertThat(closes(world, remedy, own)).as("closes, seed %s", seed).isTrue();
    for (Edit each : own) {
      List<Edit> without = new ArrayList<>(own);
      without.remove(each);
      assertThat(closes(world, remedy, without)).as("%s idle, seed %s", each, seed).isFalse();
    }
  }

  private static boolean closes(SmallWorld world, Remedy remedy, List<Edit> set) {
    Plan plan =
        new Workshop(SmallWorld.scan(), world.facts(), world.findings(), Costs.DEFAULT).plan(set);
    ImmutableList<Finding> after = SmallWorld.findings(plan.after());
    return remedy
            .closes()
            .noneSatisfy(target -> after.anySatisfy(each -> each.id().equals(target.id())))
        && after.allSatisfy(each -> isNoHarm(each, world.findings()));
  }

  private static boolean isNoHarm(Finding after, ImmutableList<Finding> before) {
    return !after.severity().atLeast(Severity.LOW)
        || before.anySatisfy(
            each ->
                each.id().equals(after.id()) && each.severity().compareTo(after.severity()) >= 0);
  }

  private static ImmutableList<Edit> edits(SmallWorld world) {
    return world
        .targets()
        .flatCollect(target -> Edits.withSplits(world.facts(), target, Costs.DEFAULT))
        .distinctBy(Edit::key);
  }

  /** Every set of edits that costs less; one too many is enough to know that there are many. */
  private static List<List<Edit>> below(int cost, ImmutableList<Edit> edits) {
    List<List<Edit>> sets = new ArrayList<>(List.of(List.of()));
    for (Edit edit : edits) {
      for (List<Edit> set : List.copyOf(sets)) {
        List<Edit> more = new ArrayList<>(set);
        more.add(edit);
        if (sets.size() <= SETS && more.stream().mapToInt(Edit::cost).sum() < cost) {
          sets.add(Lists.immutable.withAll(more).castToList());
        }
      }
    }
    return sets;
  }
}
