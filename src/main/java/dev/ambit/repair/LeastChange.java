package dev.ambit.repair;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Remedy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The least costly changes that close many findings together: the method of implicit hitting sets.
 *
 * <p>What must be hit is learned from trials. A set of changes that leaves a finding is made as
 * large as it can be and still leave it; every answer then has a change outside it. The cheapest
 * set that hits all that was learned so far is tried next. The first that closes everything and
 * opens nothing is the answer, since every cheaper one misses something. That rests on one thing:
 * that more changes never bring back a finding that fewer changes closed. Tests compare the cost
 * with that of all sets of changes of small worlds.
 */
public final class LeastChange {
  /** So many second scans are made at most; then the best so far is shown with its bound. */
  public static final int TRIALS = 3_000;

  private final Workshop workshop;
  private final ImmutableList<Finding> targets;
  private final int trials;
  private final MutableList<Edit> universe = Lists.mutable.empty();
  private final List<BitSet> left = new ArrayList<>();
  private final List<Finding> leftBy = new ArrayList<>();
  private final List<BitSet> refused = new ArrayList<>();

  private LeastChange(Workshop workshop, ImmutableList<Finding> targets, int trials) {
    this.workshop = workshop;
    this.targets = targets;
    this.trials = trials;
  }

  /**
   * Looks for them.
   *
   * @param targets what is to be closed
   * @param all every finding that the facts give, waived ones too: none may become worse
   * @param trials how many second scans may be made in search of a cheaper answer than the first
   */
  public static Remedy of(
      Facts facts,
      ImmutableList<Finding> targets,
      ImmutableList<Finding> all,
      SecondScan scan,
      Costs costs,
      int trials) {
    FirstAnswer first = FirstAnswer.of(facts, targets, all, scan, costs);
    LeastChange search =
        new LeastChange(new Workshop(scan, facts, all, costs), first.closed(), trials);
    return search.below(search.lean(first.plan()), facts, first.left());
  }

  private Remedy below(Plan first, Facts facts, ImmutableList<Finding> unclosed) {
    targets.forEach(target -> learn(workshop.edits(facts, target)));
    learn(first.edits());
    Plan best = first;
    int bound = 0;
    while (workshop.tried() < trials) {
      HittingSet.Answer next = HittingSet.cheapest(costs(), toHit(), refused, best.cost());
      if (next.members().isEmpty()) {
        bound = next.isExact() ? best.cost() : bound;
        break;
      }
      BitSet members = next.members().get();
      if (next.isExact()) {
        bound = Math.max(bound, cost(members));
      }
      Plan plan = workshop.plan(edits(members));
      Optional<Finding> open = open(plan);
      if (open.isPresent()) {
        learn(workshop.edits(plan.after(), still(plan, open.get())));
        leave(members, open.get());
      } else if (isGood(plan)) {
        best = lean(plan);
        bound = next.isExact() ? Math.min(bound, best.cost()) : bound;
        if (best.cost() <= bound) {
          break;
        }
      } else {
        workshop.trial(plan).harm().ifPresent(harm -> learn(workshop.edits(plan.after(), harm)));
        refused.add(members);
      }
    }
    return remedy(best, Math.min(bound, best.cost()), unclosed);
  }

  /** A target that the plan leaves. */
  private Optional<Finding> open(Plan plan) {
    Trial trial = workshop.trial(plan);
    return targets.detectOptional(target -> trial.still(target).isPresent());
  }

  private Finding still(Plan plan, Finding target) {
    return workshop.trial(plan).still(target).orElse(target);
  }

  private boolean isGood(Plan plan) {
    Trial trial = workshop.trial(plan);
    return open(plan).isEmpty() && trial.harm().isEmpty() && trial.isJudged();
  }

  /** Remembers edits that were not seen before, and makes what was learned as strong as it was. */
  private void learn(ImmutableList<Edit> edits) {
    int known = universe.size();
    Set<String> keys = new LinkedHashSet<>(universe.collect(Edit::key));
    edits.select(edit -> keys.add(edit.key())).forEach(universe::add);
    if (universe.size() > known) {
      for (int i = 0; i < left.size(); i++) {
        grow(left.get(i), leftBy.get(i), known);
      }
    }
  }

  private void leave(BitSet members, Finding open) {
    BitSet grown = (BitSet) members.clone();
    grow(grown, open, 0);
    left.add(grown);
    leftBy.add(open);
    // Where even all changes leave it they get in each other's way: then only this set is refused.
    if (grown.cardinality() == universe.size()) {
      refused.add(members);
    }
  }

  /** Adds every edit from {@code from} on that leaves the finding as well; many at a time. */
  private void grow(BitSet members, Finding open, int from) {
    BitSet about = new BitSet();
    for (int i = from; i < universe.size(); i++) {
      if (universe.get(i).about().id().equals(open.id())) {
        about.set(i);
      }
    }
    growBy(members, open, from, universe.size(), about);
    for (int i = from; i < universe.size(); i++) {
      growBy(members, open, i, i + 1, new BitSet());
    }
  }

  /** A half that cannot be added whole is tried in halves. */
  private void growBy(BitSet members, Finding open, int from, int to, BitSet without) {
    BitSet more = (BitSet) members.clone();
    more.set(from, to);
    more.andNot(without);
    more.or(members);
    if (more.equals(members) || workshop.tried() >= trials) {
      return;
    }
    Plan plan = workshop.plan(edits(more));
    if (workshop.trial(plan).still(open).isPresent()) {
      members.or(more);
    } else if (to - from > 1) {
      int middle = (from + to) / 2;
      growBy(members, open, from, middle, without);
      growBy(members, open, middle, to, without);
    }
  }

  private List<BitSet> toHit() {
    return left.stream()
        .map(
            members -> {
              BitSet rest = new BitSet();
              rest.set(0, universe.size());
              rest.andNot(members);
              return rest;
            })
        .filter(rest -> !rest.isEmpty())
        .toList();
  }

  /** Without the edits that close nothing which the others leave. */
  private Plan lean(Plan plan) {
    Plan lean = plan;
    for (Edit edit : plan.edits().toSortedList(Edit.ORDER.reversed())) {
      Plan without = workshop.plan(lean.edits().reject(each -> each.key().equals(edit.key())));
      if (isGood(without)) {
        lean = without;
      }
    }
    return lean;
  }

  private ImmutableList<Edit> edits(BitSet members) {
    return universe.toImmutable().selectWithIndex((edit, index) -> members.get(index));
  }

  private int[] costs() {
    return universe.stream().mapToInt(Edit::cost).toArray();
  }

  private int cost(BitSet members) {
    return members.stream().map(member -> universe.get(member).cost()).sum();
  }

  private Remedy remedy(Plan best, int bound, ImmutableList<Finding> unclosed) {
    ImmutableList<Remedy.Step> steps =
        best.changes()
            .collect(change -> best.edits().detect(edit -> edit.changes().contains(change)))
            .distinct()
            .collect(
                edit ->
                    new Remedy.Step(
                        edit.changes().toSortedList(Plan.LAST_TO_FIRST).toImmutable(),
                        edit.say(),
                        edit.move().word(),
                        edit.cost()));
    return new Remedy(
        steps,
        best.changes(),
        best.cost(),
        bound,
        targets,
        unclosed,
        universe.size(),
        workshop.tried());
  }
}
