package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.primitive.ImmutableIntSet;
import org.eclipse.collections.impl.list.mutable.FastList;

/** What gates take away from the severity of a path (contract/semantics.md, Severity 2). */
public final class Gates {
  private Gates() {}

  /**
   * A gate that counts on an edge.
   *
   * @param tier 3 or 4
   * @param approvers numbers of the people who may approve it; empty if the input names nobody
   */
  public record Counted(String gate, int tier, ImmutableIntSet approvers) {
    public Counted {
      if (tier != 3 && tier != 4) {
        throw new IllegalArgumentException("only tiers 3 and 4 count, not " + tier);
      }
    }

    private int weight() {
      return tier - 2;
    }

    /** Whether one person may approve both. Nobody named: it could be the same somebody. */
    private boolean sharesApprover(Counted other) {
      return gate.equals(other.gate)
          || approvers.isEmpty()
          || other.approvers.isEmpty()
          || approvers.anySatisfy(other.approvers::contains);
    }
  }

  /**
   * What the gates of one path take away together: each its weight, but gates that share an
   * approver once, by the stronger; sharing is passed on from gate to gate.
   */
  public static int weight(ImmutableList<Counted> gates) {
    MutableList<MutableList<Counted>> circles = FastList.newList();
    for (Counted gate : gates) {
      MutableList<Counted> merged = FastList.newListWith(gate);
      for (MutableList<Counted> circle : FastList.newList(circles)) {
        if (circle.anySatisfy(gate::sharesApprover)) {
          merged.addAll(circle);
          circles.remove(circle);
        }
      }
      circles.add(merged);
    }
    return (int) circles.sumOfInt(circle -> circle.asLazy().collectInt(Counted::weight).max());
  }
}
