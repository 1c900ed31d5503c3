package dev.ambit.model;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Edges between nodes, frozen: all that lead away from a node stand together in one array, and a
 * second one tells where each node's begin (compressed sparse rows).
 */
public final class Neighbours {
  private final int[] starts;
  private final int[] ends;

  private Neighbours(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * Edges in any order; those of a node keep it.
   *
   * @param nodes how many there are: 0 to {@code nodes - 1}
   * @param from the node at which each edge begins
   * @param to the node at which it ends
   */
  public static Neighbours of(int nodes, IntArrayList from, IntArrayList to) {
    int[] starts = new int[nodes + 1];
    from.forEach(node -> starts[node + 1]++);
    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }
    int[] next = starts.clone();
    int[] ends = new int[to.size()];
    for (int edge = 0; edge < ends.length; edge++) {
      ends[next[from.get(edge)]++] = to.get(edge);
    }
    return new Neighbours(starts, ends);
  }

  /** In the order in which they were given. */
  public void forEach(int node, IntConsumer action) {
    for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
      action.accept(ends[edge]);
    }
  }

  /** Whether one of a node's neighbours is such. */
  public boolean any(int node, IntPredicate such) {
    for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
      if (such.test(ends[edge])) {
        return true;
      }
    }
    return false;
  }
}
