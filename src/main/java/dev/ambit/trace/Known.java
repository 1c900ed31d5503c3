package dev.ambit.trace;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Fact;
import dev.ambit.model.Gate;
import dev.ambit.model.Neighbours;
import dev.ambit.model.Nodes;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Tool;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts as they were said, found by their node. The same in both cases, and frozen: one serves
 * both at once. What there can be a million of is in arrays by the number of the node.
 */
public final class Known {
  final AccessMap access;
  final @Nullable Principal[] principals;
  final @Nullable Asset[] assets;
  final UnifiedMap<String, Channel> channels;
  final UnifiedMap<String, Credential> credentials;
  final UnifiedMap<String, Gate> gates;
  final UnifiedMap<String, Tool> tools;
  final UnifiedMap<String, Agent> agents;

  /** From each asset to what it stands in directly. */
  final Neighbours containers;

  /** From each container to what stands in it directly. */
  final Neighbours contents;

  Known(AccessMap access) {
    this.access = access;
    Nodes nodes = access.nodes();
    principals = byNode(access.facts().principals(), nodes, new Principal[nodes.count()]);
    assets = byNode(access.facts().assets(), nodes, new Asset[nodes.count()]);
    channels = byId(access.facts().channels());
    credentials = byId(access.facts().credentials());
    gates = byId(access.facts().gates());
    tools = byId(access.facts().tools());
    agents = byId(access.facts().agents());
    IntArrayList inner = new IntArrayList();
    IntArrayList outer = new IntArrayList();
    for (int node = 0; node < assets.length; node++) {
      Asset asset = assets[node];
      if (asset != null) {
        for (Ref box : asset.in().all()) {
          inner.add(node);
          outer.add(nodes.number(box.id()));
        }
      }
    }
    containers = Neighbours.of(nodes.count(), inner, outer);
    contents = Neighbours.of(nodes.count(), outer, inner);
  }

  /** The same, made once and not before somebody asks. */
  public static Supplier<Known> later(AccessMap access) {
    return new Supplier<>() {
      private @Nullable Known known;

      @Override
      public synchronized Known get() {
        if (known == null) {
          known = new Known(access);
        }
        return known;
      }
    };
  }

  private static <T extends Fact> @Nullable T[] byNode(
      ImmutableList<T> facts, Nodes nodes, @Nullable T[] all) {
    int node = -1;
    for (T fact : facts) {
      node = nodes.number(fact.id(), node + 1);
      all[node] = fact;
    }
    return all;
  }

  private static <T extends Fact> UnifiedMap<String, T> byId(ImmutableList<T> facts) {
    UnifiedMap<String, T> map = UnifiedMap.newMap(facts.size());
    facts.forEach(fact -> map.put(fact.id(), fact));
    return map;
  }
}
