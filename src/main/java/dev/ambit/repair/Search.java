package dev.ambit.repair;

import dev.ambit.model.Change;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Hop;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Looks for the cheapest plans that close a finding: single edits first; if none does, it follows
 * what is left after the most promising edit, and so on. A plan that was tried for one finding is
 * not tried again for the next.
 */
final class Search {
  private static final int SETS = 3;
  private static final int SINGLE_EDITS = 24;
  private static final int EDITS_TOGETHER = 4;

  /** Edits followed further, and next edits tried after each of them. */
  private static final int WIDTH = 5;

  private final SecondScan scan;
  private final Costs costs;
  private final Facts facts;
  private final ImmutableMap<String, Finding> counted;
  private final ImmutableMap<String, Finding> before;
  private final SecondScan.Losses losses;
  private final Map<ImmutableList<Change>, Trial> trials = new HashMap<>();
  private final Map<ImmutableList<Change>, ImmutableList<String>> lost = new HashMap<>();

  Search(
      SecondScan scan,
      Facts facts,
      ImmutableList<Finding> open,
      ImmutableList<Finding> waived,
      Costs costs) {
    this.scan = scan;
    this.costs = costs;
    this.facts = facts;
    this.losses = scan.losses(facts);
    this.counted = open.toImmutableMap(Finding::id, finding -> finding);
    this.before = open.newWithAll(waived).toImmutableMap(Finding::id, finding -> finding);
  }

  /** At most three, cheapest first; none if nothing tried closes it. */
  ImmutableList<FixSet> fix(Finding target) {
    return plans(target).collect(plan -> plan.fixSet(trial(plan).closed(counted), lost(plan)));
  }

  private ImmutableList<String> lost(Plan plan) {
    return lost.computeIfAbsent(plan.changes(), changes -> losses.in(trial(plan).standing()));
  }

  /** The same as plans. */
  ImmutableList<Plan> plans(Finding target) {
    MutableList<Plan> closing = Lists.mutable.empty();
    MutableList<Plan> open = Lists.mutable.empty();
    for (Edit edit : Edits.of(facts, target, costs).take(SINGLE_EDITS)) {
      if (closing.size() < SETS) {
        Plan plan = Plan.none(facts).and(edit);
        (closes(plan, target) ? closing : open).add(plan);
      }
    }
    if (closing.isEmpty()) {
      mostPromising(open, target, target)
          .collect(plan -> grown(plan, target))
          .forEach(closing::addAllIterable);
    }
    return closing.distinctBy(Plan::changes).toImmutableSortedList(Plan.ORDER).take(SETS);
  }

  /** The first plan that goes on from this one and closes the finding; none if there is none. */
  private ImmutableList<Plan> grown(Plan start, Finding target) {
    Plan plan = start;
    while (plan.edits().size() < EDITS_TOGETHER) {
      Finding obstacle = trial(plan).obstacle(target).orElse(target);
      ImmutableList<Plan> next =
          Edits.of(plan.after(), obstacle, costs).take(2 * WIDTH).collect(plan::and);
      Optional<Plan> closing = next.detectOptional(each -> closes(each, target));
      if (closing.isPresent()) {
        return Lists.immutable.of(closing.get());
      }
      ImmutableList<Plan> promising = mostPromising(next, target, obstacle);
      if (promising.isEmpty()) {
        return Lists.immutable.empty();
      }
      plan = promising.getFirst();
    }
    return Lists.immutable.empty();
  }

  /** Those that change what stands in the way, the fewest paths left first. */
  private ImmutableList<Plan> mostPromising(
      Iterable<Plan> plans, Finding target, Finding obstacle) {
    return Lists.immutable
        .withAll(plans)
        .select(plan -> isProgress(plan, target, obstacle))
        .toImmutableSortedList(
            Comparator.<Plan>comparingInt(plan -> pathsLeft(plan, target))
                .thenComparing(Plan.ORDER))
        .take(WIDTH);
  }

  private boolean isProgress(Plan plan, Finding target, Finding obstacle) {
    return trial(plan)
        .obstacle(target)
        .map(left -> !left.id().equals(obstacle.id()) || !ways(left).equals(ways(obstacle)))
        .orElse(false);
  }

  private int pathsLeft(Plan plan, Finding target) {
    return trial(plan)
        .obstacle(target)
        .filter(left -> left.id().equals(target.id()))
        .map(Finding::pathsTotal)
        .orElse(1);
  }

  private static ImmutableList<ImmutableList<Hop>> ways(Finding finding) {
    return finding.paths().collect(ExposurePath::hops);
  }

  private boolean closes(Plan plan, Finding target) {
    Trial trial = trial(plan);
    return trial.obstacle(target).isEmpty() && trial.isJudged();
  }

  private Trial trial(Plan plan) {
    return trials.computeIfAbsent(
        plan.changes(), changes -> new Trial(scan.of(plan.after()), scan.rules(), before));
  }
}
