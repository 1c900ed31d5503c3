package dev.ambit.model;

/**
 * How sensitive each node is: the rank of its level in {@link Levels}, by its number in {@link
 * Nodes}. The same in both cases.
 */
public final class Ranking {
  /** No level is known: not the same as the lowest. */
  public static final int UNKNOWN = -1;

  private final int[] ranks;

  /** One rank for each node, or {@link #UNKNOWN}. */
  public Ranking(int... ranks) {
    this.ranks = ranks.clone();
  }

  public int count() {
    return ranks.length;
  }

  public int of(int node) {
    return ranks[node];
  }
}
