package dev.ambit.trace;

import dev.ambit.model.NodeSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.roaringbitmap.RoaringBitmap;

/** A set of nodes as a bitmap. */
record Selected(RoaringBitmap nodes) implements NodeSet {

  /** Those of {@code from} that satisfy {@code keep}. */
  static NodeSet of(NodeSet from, IntPredicate keep) {
    RoaringBitmap kept = new RoaringBitmap();
    from.forEach(
        node -> {
          if (keep.test(node)) {
            kept.add(node);
          }
        });
    return kept.getCardinality() == from.size() ? from : new Selected(kept);
  }

  static NodeSet of(int... nodes) {
    return new Selected(RoaringBitmap.bitmapOf(nodes));
  }

  @Override
  public boolean has(int node) {
    return nodes.contains(node);
  }

  @Override
  public void forEach(IntConsumer action) {
    nodes.forEach((int node) -> action.accept(node));
  }

  @Override
  public int size() {
    return nodes.getCardinality();
  }
}
