package dev.ambit.repair;

import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Makes any set of edits together, and tries it by a second scan. */
final class Workshop {
  private static final int KEPT = 64;

  private final SecondScan scan;
  private final Facts facts;
  private final ImmutableMap<String, Finding> before;
  private final Costs costs;
  private final Map<ImmutableList<Change>, Trial> trials = new LinkedHashMap<>();
  private int tried;

  /**
   * Over these facts.
   *
   * @param before all findings that they give
   */
  Workshop(SecondScan scan, Facts facts, ImmutableList<Finding> before, Costs costs) {
    this.scan = scan;
    this.facts = facts;
    this.before = before.toImmutableMap(Finding::id, finding -> finding);
    this.costs = costs;
  }

  ImmutableList<Edit> edits(Facts over, Finding finding) {
    return Edits.withSplits(over, finding, costs);
  }

  /**
   * All of the edits, one after the other. Each is drafted again over what the ones before it left;
   * one that another makes needless is left out. An agent is split last, since its second half is
   * written as the agent is then.
   */
  Plan plan(Iterable<Edit> edits) {
    MutableList<Edit> waiting = Lists.mutable.withAll(edits);
    waiting.sortThis(
        Comparator.comparing((Edit edit) -> edit.move() == Move.SPLIT_AGENT)
            .thenComparing(Edit.ORDER));
    Plan plan = Plan.none(facts);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Edit edit : waiting.toImmutable()) {
        Optional<Edit> now =
            edits(plan.after(), edit.about()).detectOptional(each -> each.key().equals(edit.key()));
        if (now.isPresent()) {
          plan = plan.and(now.get());
          waiting.remove(edit);
          moved = true;
        }
      }
    }
    return plan;
  }

  /** A trial holds a whole graph, so only the last ones are kept. */
  Trial trial(Plan plan) {
    ImmutableList<Change> changes = plan.changes();
    Trial known = trials.remove(changes);
    Trial trial = known == null ? new Trial(scan.of(plan.after()), scan.rules(), before) : known;
    tried += known == null ? 1 : 0;
    trials.put(changes, trial);
    if (trials.size() > KEPT) {
      trials.remove(trials.keySet().iterator().next());
    }
    return trial;
  }

  /** How many second scans were made. */
  int tried() {
    return tried;
  }
}
