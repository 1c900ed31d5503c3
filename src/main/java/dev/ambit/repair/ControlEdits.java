package dev.ambit.repair;

import dev.ambit.model.Agent;
import dev.ambit.model.Agent.Call;
import dev.ambit.model.Agent.Knowledge;
import dev.ambit.model.Agent.Memory;
import dev.ambit.model.Agent.MemoryScope;
import dev.ambit.model.Agent.Mode;
import dev.ambit.model.Agent.Stop;
import dev.ambit.model.Agent.Token;
import dev.ambit.model.AgentBuilder;
import dev.ambit.model.Facts;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.util.function.UnaryOperator;

/** What can be set at an agent on the way, so that it does the same within bounds. */
final class ControlEdits {
  private final Facts facts;
  private final Places places;
  private final Drafts drafts;

  ControlEdits(Facts facts, Places places, Drafts drafts) {
    this.facts = facts;
    this.places = places;
    this.drafts = drafts;
  }

  void draft() {
    facts.agents().select(agent -> places.isOver(agent.id())).forEach(this::draft);
  }

  private void draft(Agent agent) {
    onBehalf(agent);
    agent.calls().select(call -> places.isIn(call.origin())).forEach(call -> narrowed(agent, call));
    agent
        .knowledge()
        .select(
            source -> !source.filteredByReader().or(false) && places.isOver(source.asset().id()))
        .forEach(source -> filtered(agent, source));
    if (agent.memory() instanceof Said.Value<Memory> memory
        && memory.said().scope() == MemoryScope.SHARED
        && places.isIn(memory.origin())) {
      perUser(agent, memory);
    }
  }

  /** The switches of one agent that no path goes over. */
  void draftSettings(Agent agent, String rule) {
    switch (rule) {
      case "advice/without-clear-identity" -> clearIdentity(agent);
      case "oversight/no-remote-stop" ->
          set(
              agent,
              "stop",
              "\"remote\"",
              Move.SETTING,
              "Let others stop " + agent.id() + " from afar.",
              to -> to.stop(said(agent, Stop.REMOTE)));
      case "deputy/open-invocation" ->
          set(
              agent,
              "authentication",
              "\"required\"",
              Move.SETTING,
              "Let only people who signed in ask " + agent.id() + ".",
              to -> to.authenticated(said(agent, true)));
      default -> {
        // No other rule asks for a switch of its own.
      }
    }
  }

  private void clearIdentity(Agent agent) {
    set(
        agent,
        "labelled",
        "true",
        Move.SETTING,
        "Label what " + agent.id() + " posts as written by a machine.",
        to -> to.labelled(said(agent, true)));
    if (agent.postsAs() instanceof Said.Value<Ref> name) {
      drafts.remove(
          name.origin(),
          Move.SETTING,
          "Let " + agent.id() + " post under its own name.",
          AgentEdits.changed(facts, agent, to -> to.postsAs(Said.nothing())));
    }
  }

  private void onBehalf(Agent agent) {
    if (agent.identity() instanceof Said.Value<Mode> mode && mode.said() != Mode.ON_BEHALF_OF) {
      drafts.replace(
          mode.origin(),
          "mode",
          "\"on-behalf-of\"",
          Move.IDENTITY,
          "Let " + agent.id() + " use only the rights that the one who asks has too.",
          AgentEdits.changed(
              facts, agent, to -> to.identity(Said.of(Mode.ON_BEHALF_OF, mode.origin()))));
    }
  }

  private void narrowed(Agent agent, Call call) {
    if (call.token().or(Token.OWN) != Token.EXCHANGED) {
      Call exchanged =
          new Call(
              call.agent(),
              Said.of(Token.EXCHANGED, call.origin()),
              call.rechecksRequester(),
              call.gate(),
              call.origin());
      drafts.set(
          call.origin(),
          "token",
          "\"exchanged\"",
          Move.CONTROL,
          "Let "
              + agent.id()
              + " call "
              + call.agent().id()
              + " with a token for what both may do.",
          withCall(agent, call, exchanged));
    }
    if (!call.rechecksRequester()) {
      Call rechecked = new Call(call.agent(), call.token(), true, call.gate(), call.origin());
      drafts.set(
          call.origin(),
          "rechecksRequester",
          "true",
          Move.CONTROL,
          "Let " + call.agent().id() + " check what the first requester may do.",
          withCall(agent, call, rechecked));
    }
  }

  private Facts withCall(Agent agent, Call before, Call after) {
    return AgentEdits.changed(
        facts, agent, to -> to.calls(Drafts.swap(agent.calls(), before, after)));
  }

  private void filtered(Agent agent, Knowledge source) {
    Knowledge filtered =
        new Knowledge(
            source.asset(), Said.of(true, source.origin()), source.wholeItems(), source.origin());
    drafts.set(
        source.origin(),
        "filtered",
        "\"by-reader\"",
        Move.CONTROL,
        "Filter what "
            + agent.id()
            + " answers from "
            + source.asset().id()
            + " by the rights of the reader.",
        AgentEdits.changed(
            facts, agent, to -> to.knowledge(Drafts.swap(agent.knowledge(), source, filtered))));
  }

  private void perUser(Agent agent, Said.Value<Memory> memory) {
    Memory perUser =
        new Memory(MemoryScope.PER_USER, memory.said().asset(), memory.said().origin());
    drafts.replace(
        memory.origin(),
        "scope",
        "\"per-user\"",
        Move.CONTROL,
        "Let " + agent.id() + " remember for each user apart.",
        AgentEdits.changed(facts, agent, to -> to.memory(Said.of(perUser, memory.origin()))));
  }

  private void set(
      Agent agent,
      String key,
      String json,
      Move move,
      String say,
      UnaryOperator<AgentBuilder> change) {
    drafts.set(agent.origin(), key, json, move, say, AgentEdits.changed(facts, agent, change));
  }

  private static <T> Said<T> said(Agent agent, T value) {
    return Said.of(value, agent.origin());
  }
}
