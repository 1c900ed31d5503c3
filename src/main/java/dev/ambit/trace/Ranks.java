package dev.ambit.trace;

import dev.ambit.model.Neighbours;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ranking;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.roaringbitmap.RoaringBitmap;

/** How sensitive each node is taken to be in one case, and what stands in what. */
final class Ranks {
  /** No level is known: not the same as the lowest. */
  static final int UNKNOWN = Ranking.UNKNOWN;

  private final Assumed assumed;
  private final Ranking known;
  private final Neighbours containers;
  private final Neighbours contents;

  Ranks(Assumed assumed) {
    this.assumed = assumed;
    this.known = assumed.access().ranks();
    this.containers = assumed.known().containers;
    this.contents = assumed.known().contents;
  }

  /** The rank as declared, inherited or derived; {@link #UNKNOWN} if there is none. */
  int declared(int node) {
    return known.of(node);
  }

  /** Whether it can hold data at all: an asset, or a channel that has a level. */
  boolean isData(int node) {
    return assumed.nodes().kind(node) == Nodes.Kind.ASSET || declared(node) != UNKNOWN;
  }

  boolean isKnown(int node) {
    return declared(node) != UNKNOWN;
  }

  /** The rank it is judged by: an asset of unknown level counts as the case says. */
  int judged(int node) {
    int rank = declared(node);
    if (rank != UNKNOWN) {
      return rank;
    }
    if (assumed.nodes().kind(node) != Nodes.Kind.ASSET || !assumed.isWorst()) {
      return 0;
    }
    OptionalInt level = assumed.levels().rank(assumed.settings().level());
    return level.orElse(assumed.levels().highest());
  }

  /** The highest rank that is known among the nodes; {@link #UNKNOWN} if none is. */
  int highest(NodeSet nodes) {
    int[] highest = {UNKNOWN};
    nodes.forEach(node -> highest[0] = Math.max(highest[0], declared(node)));
    return highest[0];
  }

  /** The level of a container is the maximum of itself and what it holds. */
  int highestIn(int node) {
    return highestIn(node, 0);
  }

  private int highestIn(int node, int depth) {
    int[] highest = {declared(node)};
    if (depth < 64) {
      contents.any(
          node,
          inner -> {
            highest[0] = Math.max(highest[0], highestIn(inner, depth + 1));
            return false;
          });
    }
    return highest[0];
  }

  /** Everything that a node stands in, at any depth, in the order of the nodes. */
  ImmutableList<Integer> allContainers(int node) {
    RoaringBitmap found = new RoaringBitmap();
    addContainers(node, found);
    found.remove(node); // containers may run in a circle
    return Lists.immutable.ofAll(found);
  }

  private void addContainers(int node, RoaringBitmap found) {
    containers.any(
        node,
        box -> {
          if (!found.contains(box)) {
            found.add(box);
            addContainers(box, found);
          }
          return false;
        });
  }

  /** Whether one of the containers that a node stands in directly is such. */
  boolean anyContainer(int node, IntPredicate such) {
    return containers.any(node, such);
  }

  /**
   * The nodes of a right that a reader of the report must hear of. Left out is a node whose
   * container the same right covers and that says no more than the container does: no higher level,
   * or no level where the container has none either.
   */
  void speaking(NodeSet targets, IntConsumer action) {
    targets.forEach(
        node -> {
          if (!isToldByContainer(node, targets, declared(node), 0)) {
            action.accept(node);
          }
        });
  }

  /**
   * Whether {@code inner} stands in {@code outer}, at any depth; containers may run in a circle.
   */
  private boolean isIn(int inner, int outer, int depth) {
    return depth < 64
        && containers.any(inner, each -> each == outer || isIn(each, outer, depth + 1));
  }

  private boolean isToldByContainer(int node, NodeSet targets, int rank, int depth) {
    return depth <= 64
        && containers.any(
            node,
            box ->
                box != node
                    && ((says(box, rank) && targets.has(box) && !isIn(box, node, 0))
                        || isToldByContainer(box, targets, rank, depth + 1)));
  }

  /** Whether a box says as much as that rank. */
  private boolean says(int box, int rank) {
    return rank == UNKNOWN ? !isKnown(box) : declared(box) >= rank;
  }
}
