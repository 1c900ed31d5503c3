package dev.ambit.trace;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import java.util.Comparator;
import java.util.IdentityHashMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which rights cover a node, and who holds one. A right on a few nodes is filed under each of them.
 * Rights on many share their sets, since thousands of statements write the same pattern: each
 * different set is asked once and knows its holders as a bitmap, so that no list of all pairs of
 * right and node is ever made.
 */
final class Covering {
  private static final int FEW = 64;
  private static final Comparator<Right> ORDER =
      Comparator.comparingInt(Right::holder)
          .thenComparing(Right::grant)
          .thenComparing(Right::origin);

  private final ByNode<Right> onFew;
  private final IdentityHashMap<NodeSet, Sharing> onMany = new IdentityHashMap<>();

  /** {@code nodes}: how many there are. */
  Covering(int nodes, MutableList<Right> rights) {
    onFew =
        ByNode.of(
            nodes,
            rights.reject(Covering::isOnMany),
            (right, under) -> right.targets().forEach(under));
    for (Right right : rights) {
      if (isOnMany(right)) {
        onMany.computeIfAbsent(right.targets(), any -> new Sharing()).add(right);
      }
    }
  }

  private static boolean isOnMany(Right right) {
    return right.targets().size() > FEW;
  }

  /** The rights on one set of nodes, by verb. */
  private static final class Sharing {
    private final FastList<FastList<Right>> rights = FastList.newList();
    private final FastList<RoaringBitmap> holders = FastList.newList();

    Sharing() {
      for (int verb = 0; verb < Verb.values().length; verb++) {
        rights.add(FastList.newList(0));
        holders.add(new RoaringBitmap());
      }
    }

    void add(Right right) {
      for (Verb verb : Verb.values()) {
        if (right.verbs().has(verb)) {
          rights.get(verb.ordinal()).add(right);
          holders.get(verb.ordinal()).add(right.holder());
        }
      }
    }
  }

  /** Those that allow the verb on the node, sorted by holder and grant. */
  ImmutableList<Right> of(Verb verb, int node) {
    MutableList<Right> found = few(verb, node);
    onMany.forEach(
        (nodes, sharing) -> {
          FastList<Right> rights = sharing.rights.get(verb.ordinal());
          if (!rights.isEmpty() && nodes.has(node)) {
            found.addAll(rights);
          }
        });
    return found.sortThis(ORDER).toImmutable();
  }

  /** Who holds one of {@link #of}. */
  RoaringBitmap holders(Verb verb, int node) {
    RoaringBitmap found = new RoaringBitmap();
    few(verb, node).forEach(right -> found.add(right.holder()));
    onMany.forEach(
        (nodes, sharing) -> {
          RoaringBitmap holders = sharing.holders.get(verb.ordinal());
          if (!holders.isEmpty() && nodes.has(node)) {
            found.or(holders);
          }
        });
    return found;
  }

  private MutableList<Right> few(Verb verb, int node) {
    return FastList.newList(onFew.of(node)).select(right -> right.verbs().has(verb));
  }
}
