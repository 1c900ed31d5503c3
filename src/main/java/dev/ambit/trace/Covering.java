package dev.ambit.trace;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;

/**
 * Which rights cover a node. A right on a few nodes is filed under each of them. Rights on many
 * share their sets, since thousands of statements write the same pattern; each different set is
 * asked once, so that no list of all pairs of right and node is ever made.
 */
final class Covering {
  private static final int FEW = 64;
  private static final Comparator<Right> ORDER =
      Comparator.comparingInt(Right::holder)
          .thenComparing(Right::grant)
          .thenComparing(Right::origin);

  private final IntObjectHashMap<MutableList<Right>> filed = IntObjectHashMap.newMap();
  private final Map<NodeSet, MutableList<Right>> onMany = new IdentityHashMap<>();

  Covering(MutableList<Right> rights) {
    for (Right right : rights) {
      if (right.targets().size() > FEW) {
        onMany.computeIfAbsent(right.targets(), any -> FastList.newList()).add(right);
      } else {
        right.targets().forEach(node -> filed.getIfAbsentPut(node, FastList::newList).add(right));
      }
    }
  }

  /** Those that allow the verb on the node, sorted by holder and grant. */
  ImmutableList<Right> of(Verb verb, int node) {
    MutableList<Right> found = FastList.newList();
    MutableList<Right> few = filed.get(node);
    if (few != null) {
      few.select(right -> right.verbs().has(verb), found);
    }
    onMany.forEach(
        (set, rights) -> {
          if (rights.anySatisfy(right -> right.verbs().has(verb)) && set.has(node)) {
            rights.select(right -> right.verbs().has(verb), found);
          }
        });
    return found.sortThis(ORDER).toImmutable();
  }
}
