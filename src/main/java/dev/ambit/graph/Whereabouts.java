package dev.ambit.graph;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Builtin;
import dev.ambit.model.Certainty;
import dev.ambit.model.Fact;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Where each node of the graph stands in the input, found by its id in the sorted facts. */
final class Whereabouts {
  private final AccessMap access;
  private final Grants grants;

  Whereabouts(AccessMap access, Grants grants) {
    this.access = access;
    this.grants = grants;
  }

  boolean has(String id) {
    return access.nodes().has(id) || grants.named(id).isPresent() || Builtin.named(id).isPresent();
  }

  Optional<Origin> origin(String id) {
    Optional<Origin> declared =
        fact(id)
            .map(Fact::origin)
            .or(() -> grants.named(id).map(Right::origin))
            .or(
                () ->
                    access
                        .undeclared()
                        .detectOptional(ref -> ref.id().equals(id))
                        .map(Ref::origin));
    return declared.isEmpty() && Builtin.named(id).isPresent()
        ? Optional.of(Origin.BUILT_IN)
        : declared;
  }

  /** How sure we are of the node; assumed where nothing declares it. */
  Certainty certainty(String id) {
    Certainty otherwise = Builtin.named(id).isPresent() ? Certainty.DECLARED : Certainty.ASSUMED;
    return fact(id)
        .map(Fact::certainty)
        .or(() -> grants.named(id).map(Right::certainty))
        .orElse(otherwise);
  }

  private Optional<Fact> fact(String id) {
    int number = access.nodes().number(id);
    if (number < 0) {
      return Optional.empty();
    }
    ImmutableList<? extends Fact> facts = ofKind(access.nodes().kind(number));
    int place = Sorted.find(facts, Fact::id, id);
    return place < 0 ? Optional.empty() : Optional.of(facts.get(place));
  }

  private ImmutableList<? extends Fact> ofKind(Nodes.Kind kind) {
    return switch (kind) {
      case AGENT -> access.facts().agents();
      case PRINCIPAL -> access.facts().principals();
      case CREDENTIAL -> access.facts().credentials();
      case ASSET -> access.facts().assets();
      case CHANNEL -> access.facts().channels();
      case GATE -> access.facts().gates();
      case TOOL -> access.facts().tools();
      case UNKNOWN -> Lists.immutable.empty();
    };
  }
}
