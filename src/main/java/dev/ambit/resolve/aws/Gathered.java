package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.NodeSets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Adds up what the actions of a statement give. A verb holds on a node if any action gives it, so
 * what is certain takes away from what is assumed, and both from what depends.
 */
final class Gathered {
  private final TreeMap<Key, Map<Verb, MutableList<NodeSet>>> found = new TreeMap<>();

  private record Key(boolean byTrust, String dependsOn, Certainty certainty)
      implements Comparable<Key> {
    // Most certain first: unconditional before conditional, observed before assumed.
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::byTrust)
            .thenComparing(Key::dependsOn)
            .thenComparing(Key::certainty, Comparator.reverseOrder());

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  void add(Verbs verbs, NodeSet nodes, String dependsOn, Certainty certainty, boolean byTrust) {
    if (nodes.isEmpty() || verbs.isEmpty()) {
      return;
    }
    Map<Verb, MutableList<NodeSet>> byVerb =
        found.computeIfAbsent(new Key(byTrust, dependsOn, certainty), key -> new TreeMap<>());
    for (Verb verb : verbs.all()) {
      MutableList<NodeSet> sets = byVerb.computeIfAbsent(verb, key -> Lists.mutable.empty());
      // Sets are shared, and many actions have the same one.
      if (sets.noneSatisfy(known -> known == nodes)) {
        sets.add(nodes);
      }
    }
  }

  /** Sorted by what they depend on; verbs with the same targets in one. */
  ImmutableList<Outcome> outcomes() {
    MutableList<Outcome> outcomes = Lists.mutable.empty();
    Map<String, NodeSet> settled = new LinkedHashMap<>();
    found.forEach(
        (key, byVerb) -> {
          Map<NodeSet, Verbs> byTargets = new LinkedHashMap<>();
          byVerb.forEach(
              (verb, sets) -> {
                String of = key.byTrust() + " " + verb;
                NodeSet all = sets.injectInto(NodeSets.NONE, NodeSets::union);
                NodeSet more = NodeSets.minus(all, settled.getOrDefault(of, NodeSets.NONE));
                if (!more.isEmpty()) {
                  byTargets.merge(more, Verbs.of(verb), Verbs::or);
                }
                if (key.dependsOn().isEmpty()) {
                  settled.merge(of, more, NodeSets::union);
                }
              });
          byTargets.forEach(
              (targets, verbs) ->
                  outcomes.add(
                      new Outcome(
                          verbs, targets, key.dependsOn(), key.certainty(), key.byTrust())));
        });
    return outcomes.toImmutable();
  }
}
