package dev.ambit.connect.inventory;

import dev.ambit.connect.InputException;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Fact;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Grant;
import dev.ambit.model.Principal;
import dev.ambit.model.Tool;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Makes one node of records with the same id, if nothing that they say differs; else the first
 * stays. Ids are one namespace across all sections.
 */
final class SameIds {
  private final Consumer<InputException> mistakes;
  private final Map<String, Fact> byId = new LinkedHashMap<>();

  SameIds(Consumer<InputException> mistakes) {
    this.mistakes = mistakes;
  }

  Facts joined(Facts facts) {
    facts.principals().forEach(this::add);
    facts.assets().forEach(this::add);
    facts.channels().forEach(this::add);
    facts.credentials().forEach(this::add);
    facts.grants().forEach(this::add);
    facts.gates().forEach(this::add);
    facts.tools().forEach(this::add);
    facts.agents().forEach(this::add);
    return facts.with(
        joined ->
            joined
                .principals(all(Principal.class))
                .assets(all(Asset.class))
                .channels(all(Channel.class))
                .credentials(all(Credential.class))
                .grants(all(Grant.class))
                .gates(all(Gate.class))
                .tools(all(Tool.class))
                .agents(all(Agent.class)));
  }

  private <T extends Fact> ImmutableList<T> all(Class<T> kind) {
    return Lists.immutable.ofAll(byId.values()).selectInstancesOf(kind);
  }

  private void add(Fact fact) {
    Fact first = byId.putIfAbsent(fact.id(), fact);
    if (first == null) {
      return;
    }
    if (first.getClass() != fact.getClass()) {
      mistakes.accept(
          new InputException(
              fact.origin(),
              "'"
                  + fact.id()
                  + "' is "
                  + kind(fact)
                  + " here and "
                  + kind(first)
                  + " at "
                  + first.origin(),
              "Rename one of them"));
      return;
    }
    Optional<String> difference = OneNode.difference(first, fact);
    if (difference.isPresent()) {
      mistakes.accept(
          new InputException(
              fact.origin(),
              "'"
                  + fact.id()
                  + "' also stands at "
                  + first.origin()
                  + ", with another '"
                  + difference.get()
                  + "'",
              fact instanceof Grant
                  ? "Give one an id of its own, or make them equal"
                  : "Make them equal, or remove one"));
    } else {
      byId.put(fact.id(), OneNode.of(first, fact));
    }
  }

  private static String kind(Fact fact) {
    String word = fact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return (word.startsWith("a") ? "an " : "a ") + word;
  }
}
