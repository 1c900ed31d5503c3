package dev.ambit.trace;

import dev.ambit.model.Nodes;
import dev.ambit.model.Verb;
import java.util.function.Predicate;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;

/**
 * Sorts the ways of an agent by what they are on. Keys ascend, so findings come in the order of
 * names.
 */
final class Targets {
  private final Estate estate;

  Targets(Estate estate) {
    this.estate = estate;
  }

  /**
   * The ways to read data, for each node that a report must hear of: of a level, or unclassified.
   */
  TreeSortedMap<Integer, ImmutableList<Way>> data(ImmutableList<Way> ways) {
    TreeSortedMap<Integer, FastList<Way>> found = TreeSortedMap.newMap();
    for (Way way : ways) {
      estate.ranks.speaking(
          way.targets(),
          node -> {
            if (isData(node)) {
              found.getIfAbsentPut(node, FastList::newList).add(way);
            }
          });
    }
    return frozen(found);
  }

  private boolean isData(int node) {
    int rank = estate.ranks.declared(node);
    return rank == Ranks.UNKNOWN ? estate.nodes().kind(node) == Nodes.Kind.ASSET : rank >= 1;
  }

  /**
   * The ways to put content where others read it: publishing, and writing to an asset or channel. A
   * part of a container is a place of its own only where other people read it.
   */
  TreeSortedMap<Integer, ImmutableList<Way>> sinks(ImmutableList<Way> ways, Predicate<Way> which) {
    TreeSortedMap<Integer, FastList<Way>> found = TreeSortedMap.newMap();
    for (Way way : ways) {
      if ((way.verb() != Verb.PUBLISH && way.verb() != Verb.WRITE) || !which.test(way)) {
        continue;
      }
      way.targets()
          .forEach(
              node -> {
                boolean isPlace =
                    estate.nodes().kind(node) == Nodes.Kind.ASSET
                        || estate.nodes().kind(node) == Nodes.Kind.CHANNEL;
                if (isPlace && !isOneWithContainer(node, way)) {
                  found.getIfAbsentPut(node, FastList::newList).add(way);
                }
              });
    }
    return frozen(found);
  }

  private boolean isOneWithContainer(int node, Way way) {
    return estate.ranks.anyContainer(
        node,
        box ->
            box != node
                && way.targets().has(box)
                && estate.people.audience(box).equals(estate.people.audience(node)));
  }

  /** The ways of one verb, for each node that a report must hear of. */
  TreeSortedMap<Integer, ImmutableList<Way>> of(ImmutableList<Way> ways) {
    TreeSortedMap<Integer, FastList<Way>> found = TreeSortedMap.newMap();
    for (Way way : ways) {
      estate.ranks.speaking(
          way.targets(), node -> found.getIfAbsentPut(node, FastList::newList).add(way));
    }
    return frozen(found);
  }

  private static TreeSortedMap<Integer, ImmutableList<Way>> frozen(
      TreeSortedMap<Integer, FastList<Way>> found) {
    TreeSortedMap<Integer, ImmutableList<Way>> frozen = TreeSortedMap.newMap();
    found.forEachKeyValue((node, ways) -> frozen.put(node, ways.toImmutable()));
    return frozen;
  }
}
