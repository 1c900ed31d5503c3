package dev.ambit.stress;

import dev.ambit.model.Agent;
import dev.ambit.model.AgentBuilder;
import dev.ambit.model.Channel;
import dev.ambit.model.ChannelBuilder;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate.Strength;
import dev.ambit.model.Origin;
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
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Everything that is supposed of agents, in a fixed order. */
public final class Suppositions {
  private static final Origin HERE = Origin.ofFile("ambit:supposed");
  private static final Ref INTERNET = new Ref("internet", HERE);

  private final Facts facts;
  private final MutableList<Supposition> all = Lists.mutable.empty();

  private Suppositions(Facts facts) {
    this.facts = facts;
  }

  /**
   * Of the agents that are asked for and not retired. What happens to several of them and does not
   * mix is supposed in one set of facts, the very same object, so that it can be judged once: a
   * world of a thousand agents takes as many judgements as one of ten.
   */
  public static ImmutableList<Supposition> of(Facts facts, Predicate<String> agents) {
    Suppositions suppositions = new Suppositions(facts);
    ImmutableList<Agent> asked =
        facts
            .agents()
            .reject(Agent::isRetired)
            .select(agent -> agents.test(agent.id()))
            .toImmutableSortedListBy(Agent::id);
    suppositions.ofAgents(asked);
    return suppositions.all.toImmutable();
  }

  private void ofAgents(ImmutableList<Agent> agents) {
    ImmutableSet<String> ofRights =
        facts
            .grants()
            .flatCollect(grant -> Lists.immutable.withAll(grant.gate().value().stream().toList()))
            .collect(Ref::id)
            .toImmutableSet();
    Facts wrong = Controls.with(facts, gate -> ofRights.contains(gate.id()));
    Facts early = Controls.with(facts, gate -> gate.strength() != Strength.RESOURCE);
    ImmutableList<Agent> alone = agents.select(this::isAlone);
    Facts injectedTogether = injected(alone);
    Facts stolen = stolen(Sets.immutable.withAll(agents.flatCollect(this::principals)));
    for (Agent agent : agents) {
      String id = agent.id();
      add(Kind.WRONG, id, id, wrong);
      add(Kind.EARLY, id, id, early);
      Facts injected =
          alone.contains(agent) ? injectedTogether : injected(Lists.immutable.of(agent));
      add(Kind.INJECTED, id, id, injected);
      for (String principal : principals(agent)) {
        add(Kind.STOLEN, id, principal, stolen);
      }
    }
  }

  /** Whether it calls no agent and none calls it: then what others read is nothing to it. */
  private boolean isAlone(Agent agent) {
    return agent.calls().isEmpty()
        && !agent.discoverable()
        && facts
            .agents()
            .noneSatisfy(
                other ->
                    other.discoverable()
                        || other.calls().anySatisfy(call -> call.agent().id().equals(agent.id())));
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

  /** Each reads a channel of its own that anybody can write to, and that nobody reads. */
  private Facts injected(ImmutableList<Agent> agents) {
    return facts.with(
        to ->
            to.channels(facts.channels().newWithAll(agents.collect(Suppositions::page)))
                .agents(facts.agents().collect(each -> agents.contains(each) ? fed(each) : each)));
  }

  private static Channel page(Agent agent) {
    return ChannelBuilder.builder(Channel.of("ambit:injected:" + agent.id(), HERE))
        .readers(Refs.NONE)
        .writers(Refs.of(Lists.immutable.of(INTERNET)))
        .build();
  }

  private static Agent fed(Agent agent) {
    Ref page = new Ref(page(agent).id(), HERE);
    return AgentBuilder.builder(agent).inputs(Refs.of(agent.inputs().all().newWith(page))).build();
  }

  /**
   * An agent in the hands of somebody outside for each principal: he asks it and gets the answers.
   * They have nothing in common but him, and he learns from none what he can ask of another.
   */
  private Facts stolen(ImmutableSet<String> principals) {
    Principal outsider = Principal.of("ambit:outsider", Principal.Kind.EXTERNAL, HERE);
    ImmutableList<Agent> hands =
        principals
            .toSortedList()
            .toImmutable()
            .collect(principal -> hands(principal, new Ref(outsider.id(), HERE)));
    return hands.isEmpty()
        ? facts
        : facts.with(
            to ->
                to.principals(facts.principals().newWith(outsider))
                    .agents(facts.agents().newWithAll(hands)));
  }

  /** The id of the agent that stands for a thief who can be this principal. */
  public static String thief(String principal) {
    return "ambit:thief:" + principal;
  }

  private static Agent hands(String principal, Ref who) {
    return AgentBuilder.builder(Agent.of(thief(principal), HERE))
        .actsAs(Refs.of(Lists.immutable.of(new Ref(principal, HERE))))
        .identity(Said.of(Agent.Mode.OWN, HERE))
        .invokers(Refs.of(Lists.immutable.of(who)))
        .authenticated(Said.of(true, HERE))
        .repliesTo(Refs.of(Lists.immutable.of(new Ref("requester", HERE))))
        .build();
  }

  private void add(Kind kind, String agent, String what, Facts changed) {
    if (!changed.equals(facts)) {
      all.add(new Supposition(kind, agent, what, changed));
    }
  }
}
