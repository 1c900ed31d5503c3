package dev.ambit.resolve;

import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Builtin;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Fact;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;

/**
 * Finds names that are used and declared nowhere, and makes a node of each. Its kind is guessed
 * from the place it stands in, and nothing else is said of it: a typo must never become a silent
 * "no".
 */
final class Undeclared {
  private final UnifiedSet<String> declared = UnifiedSet.newSet();
  private final TreeSortedMap<String, Ref> used = TreeSortedMap.newMap();
  private final FastList<Principal> principals = FastList.newList();
  private final FastList<Asset> assets = FastList.newList();
  private final FastList<Channel> channels = FastList.newList();
  private final FastList<Credential> credentials = FastList.newList();
  private final FastList<Gate> gates = FastList.newList();
  private final FastList<Tool> tools = FastList.newList();

  /** The facts with a node for every undeclared name, and where each was first used. */
  record Completed(Facts facts, ImmutableList<Ref> names) {}

  private Undeclared() {
    declared.add("requester");
    for (Builtin builtin : Builtin.values()) {
      declared.add(builtin.id());
    }
  }

  static Completed complete(Facts facts) {
    Undeclared found = new Undeclared();
    Lists.immutable
        .<ImmutableList<? extends Fact>>of(
            facts.principals(),
            facts.assets(),
            facts.channels(),
            facts.credentials(),
            facts.gates(),
            facts.tools(),
            facts.agents())
        .forEach(section -> section.forEach(fact -> found.declared.add(fact.id())));
    found.look(facts);
    Facts complete =
        facts.with(
            b ->
                b.principals(sorted(facts.principals(), found.principals))
                    .assets(sorted(facts.assets(), found.assets))
                    .channels(sorted(facts.channels(), found.channels))
                    .credentials(sorted(facts.credentials(), found.credentials))
                    .gates(sorted(facts.gates(), found.gates))
                    .tools(sorted(facts.tools(), found.tools)));
    return new Completed(complete, found.used.toList().toImmutable());
  }

  private static <T extends Fact> ImmutableList<T> sorted(
      ImmutableList<T> declared, FastList<T> made) {
    return made.isEmpty()
        ? declared
        : declared.newWithAll(made).toSortedListBy(Fact::id).toImmutable();
  }

  private void look(Facts facts) {
    facts.agents().forEach(this::ofAgent);
    facts.tools().forEach(this::ofTool);
    facts.grants().forEach(grant -> one(grant.who(), this::principal));
    facts
        .grants()
        .forEach(
            grant -> {
              target(grant.on(), grant.can());
              one(grant.gate(), this::gate);
            });
    facts
        .principals()
        .forEach(
            each -> {
              all(each.memberOf(), this::principal);
              all(each.consumes(), this::asset);
            });
    facts.assets().forEach(this::ofAsset);
    facts
        .channels()
        .forEach(
            each -> {
              all(each.readers(), this::principal);
              all(each.writers(), this::principal);
            });
    facts
        .credentials()
        .forEach(
            each -> {
              one(each.authenticates(), this::principal);
              all(each.holders(), this::principal);
              one(each.maker(), this::principal);
              one(each.storedIn(), this::asset);
            });
    facts
        .gates()
        .forEach(
            each -> {
              all(each.approvers(), this::principal);
              all(each.exempt(), this::principal);
              one(each.heldIn(), this::asset);
            });
  }

  private void ofAsset(Asset each) {
    all(each.in(), this::asset);
    one(each.owner(), this::principal);
    all(each.readers(), this::principal);
    all(each.writers(), this::principal);
    one(each.backupsIn(), this::asset);
    all(each.holds(), this::credential);
    each.derivedFrom().forEach(derived -> one(derived.asset(), this::asset));
    one(each.runsAs(), this::principal);
  }

  private void ofTool(Tool each) {
    each.on().all().forEach(ref -> target(ref, each.effects().or(Verbs.of(Verb.READ))));
    one(each.uses(), this::principal);
    one(each.gate(), this::gate);
  }

  private void ofAgent(Agent each) {
    one(each.owner(), this::principal);
    one(each.deputy(), this::principal);
    all(each.pilotedOn(), this::asset);
    all(each.actsAs(), this::principal);
    all(each.credentials(), this::credential);
    all(each.tools(), this::tool);
    all(each.invokers(), this::principal);
    all(each.repliesTo(), this::channel);
    one(each.postsAs(), this::principal);
    each.calls().forEach(call -> one(call.agent(), UnaryOperator.identity()));
    each.calls().forEach(call -> one(call.gate(), this::gate));
    each.knowledge().forEach(known -> one(known.asset(), this::asset));
    all(each.inputs(), this::channel);
    all(each.triggers(), this::channel);
    each.memory().value().ifPresent(memory -> one(memory.asset(), this::asset));
    one(each.workspace(), this::asset);
    all(each.guardrails(), this::asset);
    each.audit().value().ifPresent(audit -> one(audit.log(), this::asset));
  }

  private void target(Ref on, Verbs verbs) {
    if (on.id().endsWith("*")) {
      return;
    }
    Verbs outward = Verbs.of(Verb.PUBLISH, Verb.EGRESS);
    one(on, verbs.and(outward).isEmpty() || verbs.equals(Verbs.ANY) ? this::asset : this::channel);
  }

  private void all(Refs refs, Function<Ref, Ref> make) {
    refs.all().forEach(ref -> one(ref, make));
  }

  private void one(Said<Ref> said, Function<Ref, Ref> make) {
    said.value().ifPresent(ref -> one(ref, make));
  }

  private void one(Ref ref, Function<Ref, Ref> make) {
    if (declared.add(ref.id())) {
      used.put(ref.id(), make.apply(ref));
    }
  }

  private Ref principal(Ref ref) {
    principals.add(
        Principal.of(ref.id(), Principal.Kind.UNKNOWN, ref.origin())
            .withCertainty(Certainty.ASSUMED));
    return ref;
  }

  private Ref asset(Ref ref) {
    assets.add(Asset.of(ref.id(), ref.origin()).withCertainty(Certainty.ASSUMED));
    return ref;
  }

  private Ref channel(Ref ref) {
    channels.add(Channel.of(ref.id(), ref.origin()).withCertainty(Certainty.ASSUMED));
    return ref;
  }

  private Ref credential(Ref ref) {
    credentials.add(Credential.of(ref.id(), ref.origin()).withCertainty(Certainty.ASSUMED));
    return ref;
  }

  private Ref gate(Ref ref) {
    gates.add(
        Gate.of(ref.id(), Gate.Strength.UNKNOWN, ref.origin()).withCertainty(Certainty.ASSUMED));
    return ref;
  }

  private Ref tool(Ref ref) {
    tools.add(Tool.of(ref.id(), ref.origin()).withCertainty(Certainty.ASSUMED));
    return ref;
  }
}
