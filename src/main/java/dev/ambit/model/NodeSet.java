package dev.ambit.model;

import java.util.function.IntConsumer;

/**
 * A set of nodes by their number in {@link Nodes}; answered from an interval, an array or a bitmap.
 */
public interface NodeSet {
  boolean has(int node);

  /** Ascending. */
  void forEach(IntConsumer action);

  int size();

  default boolean isEmpty() {
    return size() == 0;
  }
}
