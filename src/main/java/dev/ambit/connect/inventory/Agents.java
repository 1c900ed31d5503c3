package dev.ambit.connect.inventory;

import dev.ambit.model.Agent;
import dev.ambit.model.AgentBuilder;
import dev.ambit.model.Origin;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import org.eclipse.collections.api.factory.Lists;

/** How an agent of an inventory is read. */
final class Agents {
  private static final Words<Agent.Stage> STAGES =
      Words.of(Lists.immutable.of(Agent.Stage.values()));
  private static final Words<Agent.Mode> MODES = Words.of(Lists.immutable.of(Agent.Mode.values()));
  private static final Words<Agent.Stop> STOPS = Words.of(Lists.immutable.of(Agent.Stop.values()));
  private static final Words<Agent.Token> TOKENS =
      Words.of(Lists.immutable.of(Agent.Token.values()));
  private static final Words<Agent.MemoryScope> SCOPES =
      Words.of(Lists.immutable.of(Agent.MemoryScope.values()));

  private Agents() {}

  static Agent agent(Fields fields) {
    AgentBuilder agent = AgentBuilder.builder(Agent.of(fields.id(), fields.origin()));
    described(agent, fields);
    acting(agent, fields);
    speaking(agent, fields);
    overseen(agent, fields);
    if (fields.has("tools") && agent.toolsOmitted().or(false)) {
      fields.wrong(
          "'tools' and 'toolsOmitted: true' contradict each other",
          "Remove 'toolsOmitted' if the list is complete, or else 'tools'");
    }
    return agent.build();
  }

  private static void described(AgentBuilder agent, Fields fields) {
    agent
        .name(fields.text("name"))
        .purpose(fields.text("purpose"))
        .owner(fields.ref("owner"))
        .deputy(fields.ref("deputy"))
        .provider(fields.text("provider"))
        .stage(fields.word("stage", STAGES))
        .pilotedOn(fields.refs("pilotedOn"))
        .unattended(fields.isFirst("runs", "unattended", "attended"))
        .environment(fields.text("environment"))
        .aliases(fields.refs("aliases").ids());
  }

  private static void acting(AgentBuilder agent, Fields fields) {
    Said<Identity> identity = fields.object("identity", Identity::read);
    Origin origin = identity.originOr(fields.origin());
    identity
        .value()
        .ifPresent(
            said ->
                agent
                    .identity(Said.of(said.mode(), origin))
                    .actsAs(said.as())
                    .narrowed(said.narrowed()));
    agent
        .credentials(fields.refs("credentials"))
        .tools(fields.refs("tools"))
        .toolsOmitted(fields.truth("toolsOmitted"))
        .calls(fields.objects("calls", Agents::call))
        .budgeted(fields.has("budget"))
        .budget(fields.objects("budget", Agents::need));
  }

  private record Identity(Agent.Mode mode, Refs as, Said<Boolean> narrowed) {
    static Identity read(Fields fields) {
      return new Identity(
          fields.neededWord("mode", MODES), fields.refs("as"), fields.truth("narrowed"));
    }
  }

  private static Agent.Call call(Fields fields) {
    return new Agent.Call(
        fields.neededRef("agent"),
        fields.word("token", TOKENS),
        fields.truth("rechecksRequester").or(false),
        fields.ref("gate"),
        fields.origin());
  }

  private static Agent.Need need(Fields fields) {
    return new Agent.Need(
        Records.verbs(fields.neededDifferentWords("can", Records.RIGHTS)),
        fields.neededPattern("on"),
        fields.origin());
  }

  private static void speaking(AgentBuilder agent, Fields fields) {
    agent
        .invokers(fields.refs("invokers"))
        .authenticated(fields.isFirst("authentication", "required", "none"))
        .repliesTo(fields.refs("repliesTo"))
        .postsAs(fields.ref("postsAs"))
        .labelled(fields.truth("labelled"))
        .discoverable(fields.truth("discoverable").or(false))
        .knowledge(fields.objects("knowledge", Agents::knowledge))
        .inputs(fields.refs("inputs"))
        .triggers(fields.refs("triggers"))
        .memory(fields.object("memory", Agents::memory))
        .workspace(fields.ref("workspace"));
  }

  private static Agent.Knowledge knowledge(Fields fields) {
    return new Agent.Knowledge(
        fields.neededRef("asset"),
        fields.isFirst("filtered", "by-reader", "none"),
        fields.isFirst("items", "all", "listed"),
        fields.origin());
  }

  private static Agent.Memory memory(Fields fields) {
    return new Agent.Memory(
        fields.neededWord("scope", SCOPES), fields.ref("asset"), fields.origin());
  }

  private static void overseen(AgentBuilder agent, Fields fields) {
    agent
        .guardrails(fields.refs("guardrails"))
        .audit(fields.objectOrFalse("audit", Agents::audit, Agents::noAudit))
        .stop(fields.word("stop", STOPS));
  }

  private static Agent.Audit noAudit(Origin origin) {
    return new Agent.Audit(true, Said.nothing(), Said.nothing(), Said.nothing(), origin);
  }

  private static Agent.Audit audit(Fields fields) {
    return new Agent.Audit(
        false,
        fields.ref("log"),
        fields.truth("attributable"),
        fields.count("retentionDays"),
        fields.origin());
  }
}
