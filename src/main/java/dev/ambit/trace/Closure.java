package dev.ambit.trace;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * Everything that can be reached from a node, itself included, as far as it is wanted. Nodes that
 * reach each other share one set, so a thousand roles that can all become one another are worked
 * out once and not a thousand times (Tarjan, "Depth-first search and linear graph algorithms",
 * 1972; without recursion, since chains can be long).
 */
final class Closure {
  private static final RoaringBitmap NOTHING = new RoaringBitmap();

  private final IntFunction<int[]> next;
  private final IntPredicate wanted;
  private final IntObjectHashMap<RoaringBitmap> reached = IntObjectHashMap.newMap();

  /**
   * @param next where one step leads from a node; the same each time it is asked
   * @param wanted which nodes are to be in the answers
   */
  Closure(IntFunction<int[]> next, IntPredicate wanted) {
    this.next = next;
    this.wanted = wanted;
  }

  /** Shared: not to be changed. */
  RoaringBitmap of(int node) {
    RoaringBitmap known = reached.get(node);
    if (known == null) {
      new Search().from(node);
      known = reached.get(node);
    }
    return known;
  }

  /** A node that is being looked at, and how far. */
  private static final class Visit {
    final int node;
    final int[] steps;
    int done;
    int lowest;

    Visit(int node, int[] steps, int order) {
      this.node = node;
      this.steps = steps;
      this.lowest = order;
    }
  }

  private final class Search {
    private final IntIntHashMap order = new IntIntHashMap();
    private final IntArrayList waiting = new IntArrayList();
    private final Deque<Visit> open = new ArrayDeque<>();

    void from(int start) {
      enter(start);
      while (!open.isEmpty()) {
        Visit visit = open.peek();
        if (visit.done < visit.steps.length) {
          int step = visit.steps[visit.done++];
          if (!order.containsKey(step) && !reached.containsKey(step)) {
            enter(step);
          } else if (!reached.containsKey(step)) {
            visit.lowest = Math.min(visit.lowest, order.get(step));
          }
        } else {
          open.pop();
          if (visit.lowest == order.get(visit.node)) {
            close(visit.node);
          }
          if (!open.isEmpty()) {
            open.peek().lowest = Math.min(open.peek().lowest, visit.lowest);
          }
        }
      }
    }

    private void enter(int node) {
      order.put(node, order.size());
      waiting.add(node);
      open.push(new Visit(node, next.apply(node), order.get(node)));
    }

    /** All that wait since {@code first} reach one another. */
    private void close(int first) {
      int from = waiting.lastIndexOf(first);
      RoaringBitmap all = new RoaringBitmap();
      Set<RoaringBitmap> beyond = Collections.newSetFromMap(new IdentityHashMap<>());
      for (int i = from; i < waiting.size(); i++) {
        if (wanted.test(waiting.get(i))) {
          all.add(waiting.get(i));
        }
        for (int step : next.apply(waiting.get(i))) {
          RoaringBitmap further = reached.get(step);
          if (further != null && beyond.add(further)) {
            all.or(further);
          }
        }
      }
      RoaringBitmap shared = all.isEmpty() ? NOTHING : all;
      while (waiting.size() > from) {
        reached.put(waiting.removeAtIndex(waiting.size() - 1), shared);
      }
    }
  }
}
