package dev.ambit.model;

import java.util.OptionalInt;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The classification ladder of the organisation.
 *
 * @param names at least two, low to high; the position is the rank
 */
public record Levels(ImmutableList<String> names) {
  public static final Levels DEFAULT =
      new Levels(Lists.immutable.of("public", "internal", "confidential", "restricted"));

  public Levels {
    if (names.size() < 2) {
      throw new IllegalArgumentException("a ladder has at least two levels");
    }
  }

  public OptionalInt rank(String name) {
    int rank = names.indexOf(name);
    return rank < 0 ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  public String name(int rank) {
    return names.get(rank);
  }

  public int highest() {
    return names.size() - 1;
  }

  /** Rank 3 or more; with fewer than four levels the highest. */
  public boolean isRestricted(int rank) {
    return rank >= Math.min(3, highest());
  }
}
