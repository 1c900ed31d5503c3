package dev.ambit.trace;

import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.impl.factory.primitive.IntLists;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;

/**
 * How sensitive each node is. An asset has the highest level that a source gives it; without one,
 * that of the nearest container that has one; and never less than what it was made from without
 * masking. A channel has a level only if the input says so.
 */
final class Ranks {
  /** No level is known: not the same as the lowest. */
  static final int UNKNOWN = -1;

  private static final int BEING_LOOKED_AT = -2;

  private final Assumed assumed;
  private final IntIntHashMap known = new IntIntHashMap();
  private final IntObjectHashMap<MutableIntList> contents = IntObjectHashMap.newMap();

  Ranks(Assumed assumed) {
    this.assumed = assumed;
    Nodes nodes = assumed.nodes();
    for (Asset asset : assumed.access().facts().assets()) {
      for (Ref box : asset.in().all()) {
        contents
            .getIfAbsentPut(nodes.number(box.id()), IntArrayList::new)
            .add(nodes.number(asset.id()));
      }
    }
  }

  /** The rank as declared, inherited or derived; {@link #UNKNOWN} if there is none. */
  int declared(int node) {
    int rank = known.getIfAbsent(node, Integer.MIN_VALUE);
    if (rank != Integer.MIN_VALUE) {
      return rank == BEING_LOOKED_AT ? UNKNOWN : rank;
    }
    known.put(node, BEING_LOOKED_AT);
    int found =
        switch (assumed.nodes().kind(node)) {
          case ASSET -> assumed.asset(assumed.nodes().id(node)).map(this::ofAsset).orElse(UNKNOWN);
          case CHANNEL ->
              assumed.channel(assumed.nodes().id(node)).map(this::ofChannel).orElse(UNKNOWN);
          case AGENT, PRINCIPAL, CREDENTIAL, GATE, TOOL, UNKNOWN -> UNKNOWN;
        };
    known.put(node, found);
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
    int highest = declared(node);
    MutableIntList inside = contents.get(node);
    if (inside != null && depth < 64) {
      for (int i = 0; i < inside.size(); i++) {
        highest = Math.max(highest, highestIn(inside.get(i), depth + 1));
      }
    }
    return highest;
  }

  /** What stands directly in a container. */
  MutableIntList contents(int container) {
    MutableIntList found = contents.get(container);
    return found == null ? IntLists.mutable.empty() : found;
  }

  /** The containers that a node stands in directly. */
  MutableIntList containers(int node) {
    return assumed
        .asset(assumed.nodes().id(node))
        .map(
            asset ->
                IntLists.mutable.withAll(
                    asset.in().all().asLazy().collectInt(box -> assumed.nodes().number(box.id()))))
        .orElseGet(IntLists.mutable::empty);
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
        && containers(inner).anySatisfy(each -> each == outer || isIn(each, outer, depth + 1));
  }

  private boolean isToldByContainer(int node, NodeSet targets, int rank, int depth) {
    MutableIntList boxes = containers(node);
    for (int i = 0; i < boxes.size(); i++) {
      int box = boxes.get(i);
      if (box == node || depth > 64) {
        continue;
      }
      boolean saysAsMuch = rank == UNKNOWN ? !isKnown(box) : declared(box) >= rank;
      if (saysAsMuch && targets.has(box) && !isIn(/* inner= */ box, /* outer= */ node, 0)) {
        return true;
      }
      if (isToldByContainer(box, targets, rank, depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
