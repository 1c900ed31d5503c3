package dev.ambit.model;

import java.util.Comparator;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A thing that agents reach, and which of them. Sorted by level, highest first and unknown before
 * all, then by name.
 *
 * @param rank of its level on the ladder; -1 if no level is known
 * @param owner empty if none is known
 * @param in the things it is in, at any depth, sorted: what is found of them is found of it
 * @param readBy agents that can read it, sorted, at most {@link #NAMES}
 * @param changedBy agents that can write, delete, share or administer it; the same
 */
public record AssetAccess(
    String asset,
    int rank,
    String owner,
    ImmutableList<String> in,
    ImmutableList<String> readBy,
    int readByTotal,
    ImmutableList<String> changedBy,
    int changedByTotal,
    Origin origin)
    implements Comparable<AssetAccess> {
  /** So many agents are named. */
  public static final int NAMES = 10;

  private static final Comparator<AssetAccess> ORDER =
      Comparator.comparingInt((AssetAccess each) -> each.rank < 0 ? Integer.MIN_VALUE : -each.rank)
          .thenComparing(AssetAccess::asset);

  @Override
  public int compareTo(AssetAccess other) {
    return ORDER.compare(this, other);
  }
}
