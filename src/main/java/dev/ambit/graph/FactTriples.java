package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Builtin;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Levels;
import dev.ambit.model.Settings;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Fast;

/**
 * What the inputs say of the nodes that are never many, as triples in memory; {@link Principals},
 * {@link Assets} and {@link Grants} tell the rest when asked. All are the same in both cases. To
 * let rules see more of the facts, add a line there, a constant to {@link Vocabulary} and an entry
 * to {@code rules/vocabulary.ttl}.
 */
final class FactTriples {
  private final Levels levels;
  private final Describing about;

  private FactTriples(Facts facts, Graph graph) {
    this.levels = facts.settings().levels();
    this.about = new Describing(graph::add);
  }

  static Graph of(AccessMap access) {
    Graph graph = new GraphMem2Fast();
    FactTriples triples = new FactTriples(access.facts(), graph);
    triples.settings(access.facts().settings());
    triples.builtins();
    access.undeclared().forEach(ref -> triples.about.node(ref.id()).is(Thing.UNDECLARED));
    access.facts().channels().forEach(triples::channel);
    access.facts().credentials().forEach(triples::credential);
    access.facts().gates().forEach(triples::gate);
    access.facts().tools().forEach(triples::tool);
    access.facts().agents().forEach(triples::agent);
    return graph;
  }

  private void settings(Settings settings) {
    about
        .node(NodeIri.SETTINGS)
        .is(Thing.SETTINGS)
        .number(Property.LARGE_AUDIENCE, settings.largeAudience())
        .number(Property.CREDENTIAL_MAX_AGE_DAYS, settings.credentialMaxAgeDays())
        .number(Property.DORMANT_DAYS, settings.dormantDays())
        .number(Property.LOG_RETENTION_DAYS, settings.logRetentionDays())
        .number(Property.MAX_APPROVALS_PER_DAY, settings.approvalsPerDay())
        .number(Property.HIGHEST_RANK, levels.highest())
        .number(Property.RESTRICTED_RANK, Math.min(3, levels.highest()));
  }

  private void builtins() {
    for (Builtin builtin : Builtin.values()) {
      about
          .node(builtin.id())
          .is(Thing.PRINCIPAL)
          .is(Thing.BUILTIN)
          .flag(Property.OUTSIDE, builtin.isOutside());
    }
  }

  private void channel(Channel channel) {
    about
        .node(channel.id())
        .is(Thing.CHANNEL)
        .word(Property.NAME, channel.name())
        .word(Property.KIND, channel.kind())
        .to(Property.READER, channel.readers())
        .to(Property.WRITER, channel.writers())
        .flag(Property.RENDERS_REMOTE, channel.rendersRemote())
        .word(Property.CERTAINTY, channel.certainty().word());
    channel.level().value().ifPresent(level -> level(levels.rank(level)));
    channel
        .destinations()
        .value()
        .ifPresent(
            to ->
                about
                    .flag(Property.CLOSED, to.closed())
                    .flag(Property.SAFE_DESTINATIONS, to.areSafe())
                    .words(Property.HOST, to.hosts().collect(Channel.Host::name)));
    if (channel.destinations().isSaid() || channel.kind().or("").equals("egress")) {
      about.is(Thing.EGRESS);
    }
  }

  private void credential(Credential credential) {
    about
        .node(credential.id())
        .is(Thing.CREDENTIAL)
        .word(Property.KIND, credential.kind())
        .to(Property.AUTHENTICATES, credential.authenticates())
        .word(Property.ENVIRONMENT, credential.environment())
        .word(Property.PURPOSE, credential.purpose())
        .to(Property.HOLDER, credential.holders())
        .word(Property.VENDOR, credential.vendor())
        .to(Property.MAKER, credential.maker())
        .to(Property.STORED_IN, credential.storedIn())
        .flag(Property.INLINE, credential.inline())
        .date(Property.CREATED, credential.created())
        .date(Property.ROTATED, credential.rotated())
        .day(Property.EXPIRES, credential.expires())
        .day(Property.LAST_USED, credential.lastUsed())
        .flag(Property.SOURCE_RESTRICTED, credential.sourceRestricted())
        .word(Property.CERTAINTY, credential.certainty().word());
    credential.sameAs().forEach(other -> about.to(Property.SAME_SECRET_AS, other));
  }

  private void gate(Gate gate) {
    about
        .node(gate.id())
        .is(Thing.GATE)
        .word(Property.STRENGTH, gate.strength().word())
        .to(Property.APPROVER, gate.approvers())
        .flag(Property.INDEPENDENT, gate.independent())
        .to(Property.EXEMPT, gate.exempt())
        .flag(Property.LOG_ONLY, gate.logOnly())
        .flag(Property.REMEMBERS_CONSENT, gate.remembersConsent())
        .to(Property.HELD_IN, gate.heldIn())
        .number(Property.APPROVALS_PER_DAY, gate.approvalsPerDay())
        .word(Property.CERTAINTY, gate.certainty().word());
    if (gate.strength() != Gate.Strength.UNKNOWN) {
      about.number(Property.TIER, gate.strength().ordinal());
    }
  }

  private void tool(Tool tool) {
    about
        .node(tool.id())
        .is(Thing.TOOL)
        .word(Property.NAME, tool.name())
        .flag(Property.WHOLE_ITEMS, tool.wholeItems())
        .to(Property.USES, tool.uses())
        .to(Property.GATE, tool.gate())
        .flag(Property.REVERSIBLE, tool.reversible())
        .words(Property.MODEL_FILLS, tool.modelFills())
        .flag(Property.SHARED_TENANCY, tool.sharedTenancy())
        .flag(Property.TENANT_BOUND, tool.tenantBound())
        .word(Property.CERTAINTY, tool.certainty().word());
    tool.on().ids().forEach(about::on);
    tool.fromPackage()
        .value()
        .ifPresent(
            software ->
                about
                    .word(Property.SOFTWARE, software.name())
                    .flag(Property.PINNED, software.pinned())
                    .word(Property.PUBLISHER, software.publisher()));
    if (tool.effects().or(Verbs.NONE).has(Verb.EGRESS)) {
      tool.on().ids().reject(target -> target.endsWith("*")).forEach(this::egress);
    }
  }

  private void egress(String channel) {
    about.node(channel).is(Thing.EGRESS);
  }

  private void agent(Agent agent) {
    about
        .node(agent.id())
        .is(Thing.AGENT)
        .word(Property.NAME, agent.name())
        .word(Property.PURPOSE, agent.purpose())
        .to(Property.OWNER, agent.owner())
        .to(Property.DEPUTY, agent.deputy())
        .word(Property.PROVIDER, agent.provider())
        .word(Property.STAGE, agent.stage().or(Agent.Stage.LIVE).word())
        .to(Property.PILOTED_ON, agent.pilotedOn())
        .flag(Property.UNATTENDED, agent.unattended())
        .to(Property.IDENTITY, agent.actsAs())
        .flag(Property.NARROWED, agent.narrowed())
        .to(Property.CREDENTIAL, agent.credentials())
        .to(Property.TOOL, agent.tools())
        .flag(Property.TOOLS_OMITTED, agent.toolsOmitted())
        .to(Property.INVOKER, agent.invokers())
        .flag(Property.AUTHENTICATED, agent.authenticated())
        .to(Property.POSTS_AS, agent.postsAs())
        .flag(Property.LABELLED, agent.labelled())
        .flag(Property.DISCOVERABLE, agent.discoverable())
        .to(Property.INPUT, agent.inputs())
        .to(Property.TRIGGER, agent.triggers())
        .word(Property.ENVIRONMENT, agent.environment())
        .to(Property.WORKSPACE, agent.workspace())
        .to(Property.GUARDRAIL, agent.guardrails())
        .word(Property.CERTAINTY, agent.certainty().word());
    agent.identity().value().ifPresent(mode -> about.word(Property.IDENTITY_MODE, word(mode)));
    agent.stop().value().ifPresent(stop -> about.word(Property.STOP, word(stop)));
    agent.memory().value().ifPresent(this::memory);
    agent.audit().value().ifPresent(this::audit);
    parts(agent);
  }

  private void memory(Agent.Memory memory) {
    about
        .word(Property.MEMORY_SCOPE, word(memory.scope()))
        .to(Property.MEMORY_ASSET, memory.asset());
  }

  private void audit(Agent.Audit audit) {
    about
        .flag(Property.NOTHING_LOGGED, audit.none())
        .to(Property.LOG, audit.log())
        .flag(Property.ATTRIBUTABLE, audit.attributable())
        .number(Property.RETENTION_DAYS, audit.retentionDays());
  }

  /** Calls, indexes and needs have properties of their own, so each is a node. */
  private void parts(Agent agent) {
    agent
        .calls()
        .forEachWithIndex(
            (call, i) -> {
              part(agent, Property.CALL, i)
                  .to(Property.CALLEE, call.agent().id())
                  .flag(Property.RECHECKS_REQUESTER, call.rechecksRequester())
                  .to(Property.GATE, call.gate());
              call.token().value().ifPresent(token -> about.word(Property.TOKEN, word(token)));
            });
    agent
        .knowledge()
        .forEachWithIndex(
            (knowledge, i) ->
                part(agent, Property.KNOWLEDGE, i)
                    .to(Property.ASSET, knowledge.asset().id())
                    .flag(Property.FILTERED_BY_READER, knowledge.filteredByReader())
                    .flag(Property.WHOLE_ITEMS, knowledge.wholeItems()));
    agent
        .budget()
        .forEachWithIndex(
            (need, i) ->
                part(agent, Property.NEED, i).verbs(Property.VERB, need.can()).on(need.on().id()));
  }

  private Describing part(Agent agent, Property property, int number) {
    Node part = NodeIri.part(agent.id(), property.node().getLocalName(), number);
    return about.node(agent.id()).to(property, part).node(part);
  }

  private void level(OptionalInt rank) {
    rank.ifPresent(known -> about.word(Property.LEVEL, levels.name(known)));
  }

  /** As the inventory writes it: {@code on-behalf-of}. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
