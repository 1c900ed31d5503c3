package dev.ambit.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest set that has a member of each of many sets: branch and bound. It branches over the
 * members of the smallest set that is not hit, each branch without the members before it, so no set
 * is looked at twice. The bound is what sets without a common member need at least.
 */
final class HittingSet {
  private static final int NODES = 300_000;

  private final int[] costs;
  private final List<BitSet> toHit;
  private final List<BitSet> refused;
  private int nodes;
  private int least;
  private Optional<BitSet> best = Optional.empty();

  private HittingSet(int[] costs, List<BitSet> toHit, List<BitSet> refused, int below) {
    this.costs = costs;
    this.toHit = toHit;
    this.refused = refused;
    this.least = below;
  }

  /**
   * What was found.
   *
   * @param members empty if no set costs less than what was asked
   * @param isExact whether all was searched: then there is no cheaper one
   */
  record Answer(Optional<BitSet> members, boolean isExact) {}

  /**
   * The cheapest set below a cost.
   *
   * @param costs by member
   * @param refused sets that were tried and are no answer; others, larger ones too, may be
   */
  static Answer cheapest(int[] costs, List<BitSet> toHit, List<BitSet> refused, int below) {
    HittingSet search = new HittingSet(costs, toHit, refused, below);
    search.go(new BitSet(), new BitSet(), 0);
    return new Answer(search.best, search.nodes < NODES);
  }

  private void go(BitSet chosen, BitSet excluded, int cost) {
    if (nodes++ >= NODES || cost + bound(chosen, excluded) >= least) {
      return;
    }
    Optional<BitSet> open = smallestOpen(chosen, excluded);
    if (open.isEmpty()) {
      least = cost;
      best = Optional.of((BitSet) chosen.clone());
      return;
    }
    BitSet without = (BitSet) excluded.clone();
    for (int member : byCost(open.get())) {
      chosen.set(member);
      go(chosen, without, cost + costs[member]);
      chosen.clear(member);
      without.set(member);
    }
  }

  /** Members that may still hit a set that is not hit; of a refused set, all members beyond it. */
  private Optional<BitSet> smallestOpen(BitSet chosen, BitSet excluded) {
    BitSet smallest = null;
    for (BitSet set : toHit) {
      if (!set.intersects(chosen)) {
        BitSet open = minus(set, excluded);
        if (smallest == null || open.cardinality() < smallest.cardinality()) {
          smallest = open;
        }
      }
    }
    if (smallest == null && refused.contains(chosen)) {
      BitSet others = new BitSet();
      others.set(0, costs.length);
      others.andNot(chosen);
      smallest = minus(others, excluded);
    }
    return Optional.ofNullable(smallest);
  }

  private int bound(BitSet chosen, BitSet excluded) {
    int bound = 0;
    BitSet used = new BitSet();
    for (BitSet set : toHit) {
      if (!set.intersects(chosen)) {
        BitSet open = minus(set, excluded);
        if (!open.intersects(used)) {
          used.or(open);
          bound += open.stream().map(member -> costs[member]).min().orElse(0);
        }
      }
    }
    return bound;
  }

  private List<Integer> byCost(BitSet members) {
    List<Integer> sorted = new ArrayList<>();
    members.stream().forEach(sorted::add);
    sorted.sort((one, other) -> Integer.compare(costs[one], costs[other]));
    return sorted;
  }

  private static BitSet minus(BitSet set, BitSet other) {
    BitSet rest = (BitSet) set.clone();
    rest.andNot(other);
    return rest;
  }
}
