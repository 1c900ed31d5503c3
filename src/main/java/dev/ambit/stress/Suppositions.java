package dev.ambit.stress;

import dev.ambit.model.Agent;
import dev.ambit.model.AgentBuilder;
import dev.ambit.model.Channel;
import dev.ambit.model.ChannelBuilder;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Gate.Strength;
import dev.ambit.model.GateBuilder;
import dev.ambit.model.Grant;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Supposition;
import dev.ambit.model.Supposition.Kind;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Everything that is supposed, in a fixed order: by agent, then by control. */
public final class Suppositions {
  private static final Origin HERE = Origin.ofFile("ambit:supposed");
  private static final Ref INTERNET = new Ref("internet", HERE);

  private final Facts facts;
  private final MutableList<Supposition> all = Lists.mutable.empty();

  private Suppositions(Facts facts) {
    this.facts = facts;
  }

  /** Of every agent that is not retired, and of every control. */
  public static ImmutableList<Supposition> of(Facts facts) {
    Suppositions suppositions = new Suppositions(facts);
    facts
        .agents()
        .reject(Agent::isRetired)
        .toSortedListBy(Agent::id)
        .forEach(suppositions::ofAgent);
    suppositions.ofControls();
    return suppositions.all.toImmutable();
  }

  private void ofAgent(Agent agent) {
    String id = agent.id();
    ImmutableSet<String> ofRights =
        facts
            .grants()
            .flatCollect(grant -> Lists.immutable.withAll(grant.gate().value().stream().toList()))
            .collect(Ref::id)
            .toImmutableSet();
    add(Kind.WRONG, id, id, withoutGates(gate -> ofRights.contains(gate.id())));
    add(Kind.EARLY, id, id, withoutGates(gate -> gate.strength() != Strength.RESOURCE));
    add(Kind.INJECTED, id, id, injected(agent));
    for (String principal : principals(agent)) {
      add(Kind.STOLEN, id, principal, stolen(principal));
    }
  }

  /** Whom an outsider is who has one of its credentials. */
  private Set<String> principals(Agent agent) {
    Set<String> principals = new TreeSet<>(agent.actsAs().ids().castToList());
    facts
        .credentials()
        .select(each -> agent.credentials().names(each.id()) || each.holders().names(agent.id()))
        .forEach(each -> each.authenticates().value().ifPresent(as -> principals.add(as.id())));
    return principals;
  }

  private void ofControls() {
    facts
        .gates()
        .toSortedListBy(Gate::id)
        .forEach(
            gate ->
                add(
                    Kind.CONTROL_FAILS,
                    "",
                    "gate " + gate.id(),
                    withoutGates(each -> each.id().equals(gate.id()))));
    facts
        .grants()
        .select(Grant::deny)
        .toSortedListBy(Grant::id)
        .forEach(
            deny ->
                add(
                    Kind.CONTROL_FAILS,
                    "",
                    "deny " + deny.id(),
                    facts.with(to -> to.grants(facts.grants().newWithout(deny)))));
    for (Policy policy : facts.policies().toSortedListBy(Policy::id)) {
      policy
          .statements()
          .reject(Policy.Statement::allow)
          .forEach(each -> withoutDeny(policy, each));
      if (policy.kind() == Policy.Kind.BOUNDARY) {
        ImmutableList<Policy.Statement> open = policy.statements().collect(Suppositions::opened);
        add(Kind.CONTROL_FAILS, "", "boundary " + policy.id(), with(policy, open));
      }
    }
  }

  private void withoutDeny(Policy policy, Policy.Statement deny) {
    add(
        Kind.CONTROL_FAILS,
        "",
        "deny " + deny.id(),
        with(policy, policy.statements().newWithout(deny)));
  }

  private static Policy.Statement opened(Policy.Statement statement) {
    ImmutableList<String> none = Lists.immutable.empty();
    ImmutableList<String> any = Lists.immutable.of("*");
    return new Policy.Statement(
        statement.id(),
        true,
        statement.principals(),
        statement.notPrincipals(),
        any,
        none,
        any,
        none,
        Lists.immutable.empty(),
        statement.origin());
  }

  private Facts with(Policy policy, ImmutableList<Policy.Statement> statements) {
    Policy after =
        new Policy(
            policy.id(),
            policy.kind(),
            policy.holder(),
            policy.version(),
            statements,
            policy.origin());
    return facts.with(
        to -> to.policies(facts.policies().collect(each -> each.equals(policy) ? after : each)));
  }

  private Facts withoutGates(Predicate<Gate> which) {
    return facts.with(
        to ->
            to.gates(
                facts
                    .gates()
                    .collect(
                        gate ->
                            which.test(gate)
                                ? GateBuilder.builder(gate).strength(Strength.NONE).build()
                                : gate)));
  }

  /** It reads a channel that anybody can write to, and that nobody reads. */
  private Facts injected(Agent agent) {
    Channel page =
        ChannelBuilder.builder(Channel.of("ambit:injected", HERE))
            .readers(Refs.NONE)
            .writers(Refs.of(Lists.immutable.of(INTERNET)))
            .build();
    Agent fed =
        AgentBuilder.builder(agent)
            .inputs(Refs.of(agent.inputs().all().newWith(new Ref(page.id(), HERE))))
            .build();
    return facts.with(
        to ->
            to.channels(facts.channels().newWith(page))
                .agents(facts.agents().collect(each -> each.equals(agent) ? fed : each)));
  }

  /** An agent in the hands of somebody outside, who asks it and gets the answers. */
  private Facts stolen(String principal) {
    Principal outsider = Principal.of("ambit:outsider", Principal.Kind.EXTERNAL, HERE);
    Ref who = new Ref(outsider.id(), HERE);
    Ref as = new Ref(principal, HERE);
    Agent hands =
        AgentBuilder.builder(Agent.of("ambit:thief", HERE))
            .actsAs(Refs.of(Lists.immutable.of(as)))
            .identity(Said.of(Agent.Mode.OWN, HERE))
            .invokers(Refs.of(Lists.immutable.of(who)))
            .authenticated(Said.of(true, HERE))
            .repliesTo(Refs.of(Lists.immutable.of(new Ref("requester", HERE))))
            .build();
    return facts.with(
        to ->
            to.principals(facts.principals().newWith(outsider))
                .agents(facts.agents().newWith(hands)));
  }

  private void add(Kind kind, String agent, String what, Facts changed) {
    if (!changed.equals(facts)) {
      all.add(new Supposition(kind, agent, what, changed));
    }
  }
}
