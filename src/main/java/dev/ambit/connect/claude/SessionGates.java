package dev.ambit.connect.claude;

import dev.ambit.connect.claude.Permissions.Decision;
import dev.ambit.connect.servers.Developer;
import dev.ambit.connect.servers.Ids;
import dev.ambit.model.Certainty;
import dev.ambit.model.Gate;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The gates before the tools of one agent: {@code <agent>#ask-rule}, {@code #first-use}, {@code
 * #hook}, {@code #mode}.
 *
 * @param answersIn asset of the file that takes remembered answers
 * @param hooksIn asset of the file in which the hooks stand
 */
record SessionGates(String agent, Said<Ref> answersIn, Said<Ref> hooksIn) {

  /** The gate that a decision puts before a tool. */
  Said<Ref> before(Decision decision) {
    String name =
        switch (decision.answer()) {
          case RUNS, DENIED -> "";
          case ASKED_BY_RULE -> "#ask-rule";
          case ASKED_FIRST -> "#first-use";
          case UNDECODED_HOOK -> "#hook";
          case UNDECODED_MODE -> "#mode";
        };
    return name.isEmpty()
        ? Said.nothing()
        : Said.of(new Ref(agent + name, decision.origin()), decision.origin());
  }

  /** Those of the four gates that stand before one of the tools. */
  ImmutableList<Gate> of(ImmutableList<Tool> tools) {
    ImmutableList<Ref> used =
        tools
            .collect(Tool::gate)
            .flatCollect(
                gate -> gate.value().map(Lists.immutable::of).orElse(Lists.immutable.empty()))
            .distinctBy(Ref::id)
            .toSortedListBy(Ref::id)
            .toImmutable();
    return used.collect(this::gate);
  }

  /** The gate that stands where the first rule or mode asks for it. */
  private Gate gate(Ref asked) {
    String name = asked.id().substring(agent.length());
    Origin place = asked.origin();
    Ref file = new Ref(Ids.file(place.file()), place);
    Gate gate =
        switch (name) {
          case "#ask-rule" ->
              Gate.of(asked.id(), Gate.Strength.HOST, place)
                  .with(each -> each.approvers(Developer.only(place)).heldIn(Said.of(file, place)));
          case "#first-use" ->
              Gate.of(asked.id(), Gate.Strength.HOST, place)
                  .with(
                      each ->
                          each.approvers(Developer.only(place))
                              .remembersConsent(true)
                              .heldIn(answersIn));
          case "#hook" ->
              Gate.of(asked.id(), Gate.Strength.UNKNOWN, place).with(each -> each.heldIn(hooksIn));
          default ->
              Gate.of(asked.id(), Gate.Strength.UNKNOWN, place)
                  .with(each -> each.heldIn(Said.of(file, place)));
        };
    return gate.with(each -> each.certainty(Certainty.OBSERVED));
  }
}
