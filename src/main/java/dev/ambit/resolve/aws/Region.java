package dev.ambit.resolve.aws;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The resources of one type that one pattern of a statement names, and the nodes that stand for
 * them.
 *
 * @param parts what of each asset: empty for the thing itself
 */
record Region(ResourcePattern resource, ResourcePattern type, String parts) {
  /** Empty if the pattern names no resource of that type. */
  static Optional<Region> of(ResourcePattern resource, ResourcePattern type) {
    return resource.hasSome(type)
        ? Optional.of(new Region(resource, type, resource.partOf(type)))
        : Optional.empty();
  }

  /** The known nodes in it. */
  NodeSet nodes(Names names) {
    if (Wildcards.covers(type.asset(), resource.asset())) {
      return names.matching(resource.asset());
    }
    NodeSet ofType = names.matching(type.asset());
    return Wildcards.covers(resource.asset(), type.asset())
        ? ofType
        : NodeSets.common(ofType, names.matching(resource.asset()));
  }

  /** What a deny leaves of {@code nodes}; empty if nothing of the region is left, known or not. */
  Optional<NodeSet> without(Statement deny, NodeSet nodes, Names names) {
    return deny.notResources().isEmpty()
        ? withoutEach(deny.resources(), nodes, names)
        : onlyOf(deny.notResources(), nodes, names);
  }

  private Optional<NodeSet> withoutEach(ImmutableList<String> denied, NodeSet nodes, Names names) {
    NodeSet left = nodes;
    for (String each : denied) {
      ResourcePattern pattern = ResourcePattern.of(each);
      if (pattern.coversParts(parts)) {
        if (coversAll(pattern)) {
          return Optional.empty();
        }
        left = NodeSets.minus(left, names.matching(pattern.asset()));
      }
    }
    return Optional.of(left);
  }

  private Optional<NodeSet> onlyOf(ImmutableList<String> spared, NodeSet nodes, Names names) {
    NodeSet touched = NodeSets.NONE;
    boolean some = false;
    for (String each : spared) {
      ResourcePattern pattern = ResourcePattern.of(each);
      if (pattern.overlaps(resource) && pattern.hasSome(type)) {
        some = true;
        touched =
            coversAll(pattern)
                ? nodes
                : NodeSets.union(touched, NodeSets.common(nodes, names.matching(pattern.asset())));
      }
    }
    return some ? Optional.of(touched) : Optional.empty();
  }

  /** What a limiting statement lets through; empty if nothing of the region. */
  Optional<NodeSet> within(Statement limit, NodeSet nodes, Names names) {
    return limit.notResources().isEmpty()
        ? onlyOf(limit.resources(), nodes, names)
        : withoutEach(limit.notResources(), nodes, names);
  }

  private boolean coversAll(ResourcePattern pattern) {
    return Wildcards.covers(pattern.asset(), resource.asset())
        || Wildcards.covers(pattern.asset(), type.asset());
  }
}
