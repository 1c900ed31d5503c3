package dev.ambit.repair;

import dev.ambit.model.Agent;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.ToolBuilder;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;

/** What can be changed at a tool on the way: fewer targets, fewer effects, a gate. */
final class ToolEdits {
  private final Facts facts;
  private final Places places;
  private final Drafts drafts;

  ToolEdits(Facts facts, Places places, Drafts drafts) {
    this.facts = facts;
    this.places = places;
    this.drafts = drafts;
  }

  void draft() {
    facts
        .tools()
        .select(tool -> places.isIn(tool.origin()) || places.isOver(tool.id()))
        .forEach(this::draft);
  }

  private void draft(Tool tool) {
    tool.on()
        .all()
        .select(ref -> places.isAt(ref.origin()) || places.isOver(ref.id()))
        .forEach(ref -> withoutTarget(tool, ref));
    tool.effects().value().ifPresent(effects -> fewerEffects(tool, effects));
    withoutTool(tool);
    FitGates.of(facts)
        .reject(gate -> tool.gate().value().map(Ref::id).equals(Optional.of(gate.id())))
        .forEach(gate -> gated(tool, gate));
    bound(tool);
  }

  private void withoutTarget(Tool tool, Ref target) {
    String say =
        answersOnly(tool)
            ? "Let " + tool.id() + " answer the requester only."
            : "Take " + target.id() + " from the targets of " + tool.id() + ".";
    drafts.remove(
        target.origin(),
        Move.TOOL_TARGET,
        say,
        changed(tool, to -> to.on(Drafts.without(tool.on(), target))));
  }

  /** Whether without its only target the tool still has a use: the reply to who asked. */
  private boolean answersOnly(Tool tool) {
    return tool.on().all().size() == 1
        && tool.effects().or(Verbs.NONE).equals(Verbs.of(Verb.PUBLISH))
        && facts
            .agents()
            .select(agent -> agent.tools().names(tool.id()))
            .allSatisfy(agent -> !agent.repliesTo().said() || agent.repliesTo().names("requester"));
  }

  private void fewerEffects(Tool tool, Verbs effects) {
    for (Verb verb : effects.and(places.verbs()).all()) {
      Verbs fewer = effects.without(Verbs.of(verb));
      if (!fewer.isEmpty()) {
        drafts.replace(
            tool.origin(),
            "effects",
            GrantEdits.json(fewer),
            Move.TOOL_EFFECT,
            "Take " + verb.word() + " from the effects of " + tool.id() + ".",
            changed(
                tool, to -> to.effects(Said.of(fewer, tool.effects().originOr(tool.origin())))));
      }
    }
  }

  /**
   * Where others use the tool too, or without its targets it would go anywhere, it is taken from
   * this agent alone.
   */
  private void withoutTool(Tool tool) {
    ImmutableList<Agent> users = facts.agents().select(agent -> agent.tools().names(tool.id()));
    boolean goesAnywhere =
        tool.on().all().isEmpty() || tool.effects().or(Verbs.NONE).has(Verb.EGRESS);
    if (users.size() < 2 && !goesAnywhere) {
      return;
    }
    for (Agent agent : users.select(agent -> places.isOver(agent.id()))) {
      agent
          .tools()
          .all()
          .select(ref -> ref.id().equals(tool.id()))
          .forEach(
              ref ->
                  drafts.remove(
                      ref.origin(),
                      Move.AGENT_PART,
                      "Take the tool " + tool.id() + " from " + agent.id() + ".",
                      AgentEdits.changed(
                          facts, agent, to -> to.tools(Drafts.without(agent.tools(), ref)))));
    }
  }

  private void gated(Tool tool, Gate gate) {
    drafts.set(
        tool.origin(),
        "gate",
        Drafts.json(gate.id()),
        Move.GATE,
        "Put the gate " + gate.id() + " before " + tool.id() + ".",
        changed(tool, to -> to.gate(Said.of(new Ref(gate.id(), tool.origin()), tool.origin()))));
  }

  private void bound(Tool tool) {
    if (!tool.tenantBound().or(false) && tool.effects().or(Verbs.NONE).has(Verb.READ)) {
      drafts.set(
          tool.origin(),
          "tenantBound",
          "true",
          Move.CONTROL,
          "Bind " + tool.id() + " to the one who asks.",
          changed(tool, to -> to.tenantBound(Said.of(true, tool.origin()))));
    }
  }

  private Facts changed(Tool tool, UnaryOperator<ToolBuilder> change) {
    Tool after = change.apply(ToolBuilder.builder(tool)).build();
    return facts.with(all -> all.tools(Drafts.swap(facts.tools(), tool, after)));
  }
}
