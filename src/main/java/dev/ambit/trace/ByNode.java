package dev.ambit.trace;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Things filed under nodes, frozen: one array of all the things and one of where each node's begin.
 * A map of lists takes ten times the memory. The order under a node is that of filing.
 */
final class ByNode<T> {
  private final int[] starts;
  private final List<T> things;

  private ByNode(int[] starts, List<T> things) {
    this.starts = starts;
    this.things = things;
  }

  /**
   * Files each thing under the nodes, 0 to {@code nodes - 1}, that {@code under} names for it; it
   * is asked twice, and must say the same.
   */
  static <T> ByNode<T> of(int nodes, Iterable<? extends T> all, BiConsumer<T, IntConsumer> under) {
    int[] starts = new int[nodes + 1];
    for (T each : all) {
      under.accept(each, node -> starts[node + 1]++);
    }
    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }
    int[] next = Arrays.copyOf(starts, nodes);
    @SuppressWarnings("unchecked") // only ever read back as T
    T[] filed = (T[]) new Object[starts[nodes]];
    for (T each : all) {
      under.accept(each, node -> filed[next[node]++] = each);
    }
    return new ByNode<>(starts, Arrays.asList(filed));
  }

  /** A view; empty for a negative number, which is no node. */
  List<T> of(int node) {
    return node < 0 ? List.of() : things.subList(starts[node], starts[node + 1]);
  }

  boolean has(int node) {
    return node >= 0 && starts[node] < starts[node + 1];
  }

  boolean isEmpty() {
    return things.isEmpty();
  }
}
