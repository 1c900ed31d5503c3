package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.multimap.list.FastListMultimap;

/**
 * An agent that another one reaches by calls, with one way there; several ways may lead to one.
 *
 * @param bound whether a called agent on the way does only what the first requester may
 * @param gates what stands before each call
 */
record Callee(
    Agent agent,
    ImmutableList<Hop> lead,
    ImmutableList<ImmutableList<GateUse>> gates,
    boolean bound) {

  /** One step: whom, by which token, behind which gate. */
  private record Step(
      String to, Agent.Token token, boolean rechecks, Said<Ref> gate, String because, Origin at) {}

  /** Enough ways to one agent: each further one has gates that no kept way goes without. */
  private static final int WAYS_TO_ONE = 12;

  /**
   * All agents that {@code caller} reaches, breadth first. To each leads a shortest way, and any
   * longer one that leaves out a gate or a check which the shorter ones have: a gate counts only if
   * it stands on every way. A call with an exchanged token gives only what both have, so nothing is
   * gained by it and it ends there.
   */
  static ImmutableList<Callee> of(Estate estate, Agent caller) {
    FastListMultimap<String, Callee> found = FastListMultimap.newMultimap();
    FastList<Callee> all = FastList.newList();
    Deque<Callee> open = new ArrayDeque<>();
    open.add(new Callee(caller, Lists.immutable.empty(), Lists.immutable.empty(), false));
    while (!open.isEmpty()) {
      Callee from = open.remove();
      // An ungated call first: the weakest way is the one that counts.
      for (Step step : steps(estate, from.agent()).toSortedListBy(each -> each.gate().isSaid())) {
        if (step.token() == Agent.Token.EXCHANGED || step.to().equals(caller.id())) {
          continue;
        }
        estate
            .assumed
            .agent(step.to())
            .filter(agent -> !agent.isRetired())
            .map(agent -> from.then(estate, step, agent))
            .filter(way -> way.adds(found.get(step.to())))
            .ifPresent(
                way -> {
                  found.put(step.to(), way);
                  all.add(way);
                  open.add(way);
                });
      }
    }
    return all.toImmutable();
  }

  private boolean adds(MutableList<Callee> known) {
    return known.size() < WAYS_TO_ONE
        && known.noneSatisfy(
            other -> (!other.bound || bound) && counting().containsAll(other.counting()));
  }

  /** The gates before the calls that count. */
  Set<String> counting() {
    return gates.flatCollect(each -> each).collectIf(GateUse::counts, GateUse::id).toSet();
  }

  private Callee then(Estate estate, Step step, Agent to) {
    Doing doing = estate.doing(agent);
    ImmutableList<GateUse> stands =
        step.gate()
            .value()
            .map(
                gate ->
                    Lists.immutable.of(
                        estate.judge.judge(gate, doing.actorSet(), doing.editable())))
            .orElseGet(Lists.immutable::empty);
    Hop hop =
        new Hop(agent.id(), Hop.Kind.CALLS, to.id(), step.because(), step.at(), agent.certainty());
    return new Callee(to, lead.newWith(hop), gates.newWith(stands), bound || step.rechecks());
  }

  private static ImmutableList<Step> steps(Estate estate, Agent from) {
    FastList<Step> steps = FastList.newList();
    for (Agent.Call call : from.calls()) {
      Agent.Token token = estate.assumed.token(call);
      steps.add(
          new Step(
              call.agent().id(),
              token,
              call.rechecksRequester(),
              call.gate(),
              from.id() + " calls " + call.agent().id() + says(token),
              call.agent().origin()));
    }
    for (Agent other : estate.assumed.access().facts().agents()) {
      if (other.discoverable() && !other.id().equals(from.id())) {
        steps.add(
            new Step(
                other.id(),
                Agent.Token.OWN,
                false,
                Said.nothing(),
                "any agent may call " + other.id(),
                other.origin()));
      }
    }
    byRight(estate, from, steps);
    return steps.toImmutable();
  }

  private static String says(Agent.Token token) {
    return switch (token) {
      case OWN -> ", which acts with its own rights";
      case PASSED -> " and passes its token on unchanged";
      case EXCHANGED -> " with a narrowed token";
    };
  }

  /** A right or a tool to invoke an agent is a call that nobody wrote under {@code calls}. */
  private static void byRight(Estate estate, Agent from, FastList<Step> steps) {
    for (Way way : estate.doing(from).ways(Verb.INVOKE)) {
      way.targets()
          .forEach(
              node ->
                  steps.add(
                      new Step(
                          estate.id(node),
                          Agent.Token.OWN,
                          false,
                          way.gates().isEmpty()
                              ? Said.nothing()
                              : Said.of(
                                  new Ref(way.gates().getFirst().id(), way.origin()), way.origin()),
                          way.because() + " " + estate.id(node),
                          way.origin())));
    }
  }

  /** What the called agent can do, as a way of the caller. */
  Way of(Way way) {
    return way.with(
        b ->
            b.lead(lead.newWithAll(way.lead()))
                .callGates(gates.newWithAll(way.callGates()))
                .bound(bound || way.bound()));
  }
}
