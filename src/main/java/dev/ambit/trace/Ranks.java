package dev.ambit.trace;

import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.roaringbitmap.RoaringBitmap;

/**
 * How sensitive each node is. An asset has the highest level that a source gives it; without one,
 * that of the nearest container that has one; and never less than what it was made from without
 * masking. A channel has a level only if the input says so.
 */
final class Ranks {
  /** No level is known: not the same as the lowest. */
  static final int UNKNOWN = -1;

  private static final int BEING_LOOKED_AT = -2;
  private static final int UNREAD = -3;

  private final Assumed assumed;
  private final int[] known;
  private final Neighbours containers;
  private final Neighbours contents;

  Ranks(Assumed assumed) {
    this.assumed = assumed;
    Nodes nodes = assumed.nodes();
    known = new int[nodes.count()];
    Arrays.fill(known, UNREAD);
    IntArrayList inner = new IntArrayList();
    IntArrayList outer = new IntArrayList();
    int node = -1;
    for (Asset asset : assumed.access().facts().assets()) {
      node = nodes.number(asset.id(), node + 1);
      for (Ref box : asset.in().all()) {
        inner.add(node);
        outer.add(nodes.number(box.id()));
      }
    }
    containers = Neighbours.of(nodes.count(), inner, outer);
    contents = Neighbours.of(nodes.count(), outer, inner);
  }

  /** The rank as declared, inherited or derived; {@link #UNKNOWN} if there is none. */
  int declared(int node) {
    int rank = known[node];
    if (rank != UNREAD) {
      return rank == BEING_LOOKED_AT ? UNKNOWN : rank;
    }
    known[node] = BEING_LOOKED_AT;
    int found =
        switch (assumed.nodes().kind(node)) {
          case ASSET -> assumed.asset(node).map(this::ofAsset).orElse(UNKNOWN);
          case CHANNEL ->
              assumed.channel(assumed.nodes().id(node)).map(this::ofChannel).orElse(UNKNOWN);
          case AGENT, PRINCIPAL, CREDENTIAL, GATE, TOOL, UNKNOWN -> UNKNOWN;
        };
    known[node] = found;
    return found;
  }

  private int ofChannel(Channel channel) {
    return channel.level().value().map(this::named).orElse(UNKNOWN);
  }

  private int named(String level) {
    return assumed.levels().rank(level).orElse(UNKNOWN);
  }

  private int ofAsset(Asset asset) {
    int own = UNKNOWN;
    for (Said.Value<String> level : asset.levels()) {
      own = Math.max(own, named(level.said()));
    }
    for (Said.Value<String> label : asset.labels()) {
      String level = assumed.settings().labels().get(label.said());
      own = level == null ? own : Math.max(own, named(level));
    }
    if (own == UNKNOWN) {
      for (Ref box : asset.in().all()) {
        own = Math.max(own, declared(assumed.nodes().number(box.id())));
      }
    }
    for (Asset.Derived source : asset.derivedFrom()) {
      if (!source.masked()) {
        own = Math.max(own, declared(assumed.nodes().number(source.asset().id())));
      }
    }
    return own;
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
