package dev.ambit.repair;

import dev.ambit.model.Agent;
import dev.ambit.model.AgentBuilder;
import dev.ambit.model.Facts;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What can be taken from an agent on the way: what it is asked by, fed by, answers to and holds.
 */
final class AgentEdits {
  private final Facts facts;
  private final Places places;
  private final Drafts drafts;

  AgentEdits(Facts facts, Places places, Drafts drafts) {
    this.facts = facts;
    this.places = places;
    this.drafts = drafts;
  }

  void draft() {
    facts.agents().select(agent -> places.isOver(agent.id())).forEach(this::draft);
  }

  private void draft(Agent agent) {
    String id = agent.id();
    each(agent, agent.inputs(), Move.AGENT_PART, AgentBuilder::inputs, "Do not feed %s into " + id);
    each(
        agent,
        agent.triggers(),
        Move.AGENT_PART,
        AgentBuilder::triggers,
        "Do not let %s start " + id);
    each(
        agent,
        agent.repliesTo(),
        Move.AGENT_PART,
        AgentBuilder::repliesTo,
        "Do not let " + id + " answer to %s");
    each(
        agent,
        agent.credentials(),
        Move.AGENT_PART,
        AgentBuilder::credentials,
        "Take %s from " + id);
    each(
        agent,
        agent.actsAs(),
        Move.IDENTITY,
        AgentBuilder::actsAs,
        "Do not let " + id + " act as %s");
    each(agent, agent.invokers(), Move.PEOPLE, AgentBuilder::invokers, "Do not let %s ask " + id);
    agent
        .calls()
        .select(call -> places.isIn(call.origin()))
        .forEach(call -> withoutCall(agent, call));
    agent
        .knowledge()
        .select(source -> places.isIn(source.origin()) || places.isOver(source.asset().id()))
        .forEach(source -> withoutKnowledge(agent, source));
    if (agent.memory() instanceof Said.Value<Agent.Memory> memory && places.isIn(memory.origin())) {
      drafts.remove(
          memory.origin(),
          Move.CONNECTION,
          "Let " + id + " remember nothing.",
          changed(facts, agent, to -> to.memory(Said.nothing())));
    }
    if (agent.workspace() instanceof Said.Value<Ref> folder && places.isOver(folder.said().id())) {
      drafts.remove(
          folder.origin(),
          Move.CONNECTION,
          "Take " + folder.said().id() + " from the workspace of " + id + ".",
          changed(facts, agent, to -> to.workspace(Said.nothing())));
    }
  }

  private void each(
      Agent agent,
      Refs refs,
      Move move,
      BiFunction<AgentBuilder, Refs, AgentBuilder> setting,
      String say) {
    refs.all()
        .select(ref -> places.isAt(ref.origin()) || places.isOver(ref.id()))
        .forEach(
            ref ->
                drafts.remove(
                    ref.origin(),
                    move,
                    say.replace("%s", ref.id()) + ".",
                    changed(facts, agent, to -> setting.apply(to, Drafts.without(refs, ref)))));
  }

  private void withoutCall(Agent agent, Agent.Call call) {
    drafts.remove(
        call.origin(),
        Move.CONNECTION,
        "Do not let " + agent.id() + " call " + call.agent().id() + ".",
        changed(facts, agent, to -> to.calls(agent.calls().newWithout(call))));
  }

  private void withoutKnowledge(Agent agent, Agent.Knowledge source) {
    drafts.remove(
        source.origin(),
        Move.CONNECTION,
        "Do not let " + agent.id() + " answer from " + source.asset().id() + ".",
        changed(facts, agent, to -> to.knowledge(agent.knowledge().newWithout(source))));
  }

  /** The facts with a changed agent. */
  static Facts changed(Facts facts, Agent agent, UnaryOperator<AgentBuilder> change) {
    Agent after = change.apply(AgentBuilder.builder(agent)).build();
    return facts.with(all -> all.agents(Drafts.swap(facts.agents(), agent, after)));
  }
}
