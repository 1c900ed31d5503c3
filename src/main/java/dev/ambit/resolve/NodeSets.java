package dev.ambit.resolve;

import dev.ambit.model.NodeSet;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.eclipse.collections.api.set.primitive.IntSet;

/** The few forms a set of nodes takes once it is frozen. */
public final class NodeSets {
  /** No node. */
  public static final NodeSet NONE = new Interval(0, 0);

  private NodeSets() {}

  /** The nodes {@code from} to {@code to - 1}. */
  public static NodeSet interval(int from, int to) {
    return from >= to ? NONE : new Interval(from, to);
  }

  /** These nodes; in any order, repetitions allowed. */
  public static NodeSet of(int... nodes) {
    int[] sorted = ascending(nodes);
    if (sorted.length == 0) {
      return NONE;
    }
    int first = sorted[0];
    int last = sorted[sorted.length - 1];
    return last - first + 1 == sorted.length ? new Interval(first, last + 1) : new Listed(sorted);
  }

  private static int[] ascending(int[] nodes) {
    int[] sorted = nodes.clone();
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
  }

  public static NodeSet of(IntSet nodes) {
    return of(nodes.toArray());
  }

  /** Those of {@code nodes} that satisfy {@code keep}. */
  public static NodeSet select(NodeSet nodes, IntPredicate keep) {
    int[] kept = new int[nodes.size()];
    int[] count = {0};
    nodes.forEach(
        node -> {
          if (keep.test(node)) {
            kept[count[0]++] = node;
          }
        });
    return count[0] == nodes.size() ? nodes : of(Arrays.copyOf(kept, count[0]));
  }

  public static NodeSet union(NodeSet one, NodeSet other) {
    if (one.isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return one;
    }
    int[] both = Arrays.copyOf(array(one), one.size() + other.size());
    System.arraycopy(array(other), 0, both, one.size(), other.size());
    return of(both);
  }

  /** What is in both. */
  public static NodeSet common(NodeSet one, NodeSet other) {
    return one.size() <= other.size() ? select(one, other::has) : select(other, one::has);
  }

  /** A set that loses nothing is given back as it is, so that it stays shared. */
  public static NodeSet minus(NodeSet one, NodeSet other) {
    if (one == other) {
      return NONE;
    }
    return overlap(one, other) ? select(one, node -> !other.has(node)) : one;
  }

  private static boolean overlap(NodeSet one, NodeSet other) {
    NodeSet fewer = one.size() <= other.size() ? one : other;
    NodeSet more = fewer == one ? other : one;
    boolean[] found = {false};
    fewer.forEach(node -> found[0] |= more.has(node));
    return found[0];
  }

  /** Ascending. */
  public static int[] array(NodeSet nodes) {
    int[] all = new int[nodes.size()];
    int[] count = {0};
    nodes.forEach(node -> all[count[0]++] = node);
    return all;
  }

  private record Interval(int from, int to) implements NodeSet {
    @Override
    public boolean has(int node) {
      return from <= node && node < to;
    }

    @Override
    public void forEach(IntConsumer action) {
      for (int node = from; node < to; node++) {
        action.accept(node);
      }
    }

    @Override
    public int size() {
      return to - from;
    }
  }

  private static final class Listed implements NodeSet {
    private final int[] nodes;

    Listed(int[] nodes) {
      this.nodes = nodes;
    }

    @Override
    public boolean has(int node) {
      return Arrays.binarySearch(nodes, node) >= 0;
    }

    @Override
    public void forEach(IntConsumer action) {
      for (int node : nodes) {
        action.accept(node);
      }
    }

    @Override
    public int size() {
      return nodes.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Listed listed && Arrays.equals(nodes, listed.nodes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(nodes);
    }

    @Override
    public String toString() {
      return Arrays.toString(nodes);
    }
  }
}
