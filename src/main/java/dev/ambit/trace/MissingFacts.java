package dev.ambit.trace;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Crossing;
import dev.ambit.model.Gap;
import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;

/**
 * The facts that nobody said and that the judgement of some agent asks for: one gap for each node
 * and missing word, with the key of the inventory that would fill it. How much each matters is
 * known only after the rules have run.
 */
public final class MissingFacts {
  private final Estate estate;
  private final TreeSortedMap<String, Gap> gaps = TreeSortedMap.newMap();

  private MissingFacts(Estate estate) {
    this.estate = estate;
  }

  /**
   * What the worst case had to guess, sorted by node and word. Each matters {@link Severity#INFO}
   * until findings say more.
   */
  public static ImmutableList<Gap> of(Tracer worst) {
    MissingFacts missing = new MissingFacts(worst.estate());
    AccessMap access = worst.estate().assumed.access();
    access.undeclared().forEach(missing::undeclared);
    worst
        .all()
        .select(crossing -> crossing.kind() == Crossing.Kind.UNCLASSIFIED)
        .forEach(missing::unlabelled);
    access.facts().agents().reject(Agent::isRetired).forEach(missing::ofAgent);
    return missing.gaps.toSortedList().toImmutable();
  }

  private void add(String about, String missing, String addTo, Origin origin) {
    gaps.putIfAbsent(about + "/" + missing, new Gap(about, missing, Severity.INFO, addTo, origin));
  }

  private void undeclared(Ref name) {
    int node = estate.nodes().number(name.id());
    String section =
        switch (estate.nodes().kind(node)) {
          case AGENT, UNKNOWN -> "agents";
          case PRINCIPAL -> "principals";
          case CREDENTIAL -> "credentials";
          case ASSET -> "assets";
          case CHANNEL -> "channels";
          case GATE -> "gates";
          case TOOL -> "tools";
        };
    add(name.id(), "declaration", section + "[].id", name.origin());
  }

  private void unlabelled(Crossing crossing) {
    estate
        .assumed
        .asset(crossing.asset())
        .ifPresent(asset -> add(asset.id(), "level", "assets[].level", asset.origin()));
  }

  private void ofAgent(Agent agent) {
    Subject subject = estate.subject(agent);
    if (estate.assumed.invokersAreUnknown(agent)) {
      add(agent.id(), "invokers", "agents[].invokers", agent.origin());
    }
    said(agent.labelled(), agent, "labelled");
    said(agent.audit(), agent, "audit");
    said(agent.stop(), agent, "stop");
    if (!agent.budgeted()) {
      add(agent.id(), "budget", "agents[].budget", agent.origin());
    }
    if (!agent.pilotedOn().said()) {
      add(agent.id(), "pilotedOn", "agents[].pilotedOn", agent.origin());
    }
    if (!agent.authenticated().isSaid() && mayBeAskedFromOutside(subject)) {
      add(agent.id(), "authentication", "agents[].authentication", agent.origin());
    }
    agent
        .calls()
        .reject(call -> call.token().isSaid())
        .forEach(
            call ->
                add(
                    agent.id(),
                    "calls." + call.agent().id() + ".token",
                    "agents[].calls[].token",
                    call.origin()));
    agent.knowledge().forEach(known -> ofKnowledge(agent, known));
    agent.inputs().all().newWithAll(agent.triggers().all()).forEach(this::ofSource);
    estate
        .assumed
        .tools(agent)
        .forEach(ref -> estate.assumed.tool(ref.id()).ifPresent(this::ofTool));
    subject.ways().forEach(this::ofWay);
    subject.askers().forEach(asker -> ofGroups(asker.principal()));
  }

  private void said(Said<?> said, Agent agent, String key) {
    if (!said.isSaid()) {
      add(agent.id(), key, "agents[]." + key, agent.origin());
    }
  }

  private boolean mayBeAskedFromOutside(Subject subject) {
    return estate.assumed.invokersAreUnknown(subject.agent())
        || subject.askers().anySatisfy(asker -> estate.rights.isOutside(asker.principal()));
  }

  private void ofKnowledge(Agent agent, Agent.Knowledge known) {
    if (!known.filteredByReader().isSaid()) {
      add(
          agent.id(),
          "knowledge." + known.asset().id() + ".filtered",
          "agents[].knowledge[].filtered",
          known.origin());
    }
    estate
        .assumed
        .asset(known.asset().id())
        .filter(asset -> !asset.labelEnforced().isSaid())
        .ifPresent(
            asset -> add(asset.id(), "labelEnforced", "assets[].labelEnforced", asset.origin()));
  }

  private void ofSource(Ref source) {
    estate
        .assumed
        .channel(source.id())
        .filter(estate.assumed::writersAreUnknown)
        .ifPresent(channel -> add(channel.id(), "writers", "channels[].writers", channel.origin()));
  }

  private void ofTool(Tool tool) {
    if (!tool.effects().isSaid()) {
      add(tool.id(), "effects", "tools[].effects", tool.origin());
    }
  }

  private void ofWay(Way way) {
    way.gates().forEach(this::ofGate);
    if (way.verb() == Verb.EGRESS) {
      way.targets().forEach(this::ofEgress);
    }
    boolean shows = way.verb() == Verb.PUBLISH || way.verb() == Verb.WRITE;
    if (!shows) {
      return;
    }
    way.targets()
        .forEach(
            node -> {
              if (estate.nodes().kind(node) == Nodes.Kind.CHANNEL) {
                estate
                    .assumed
                    .channel(estate.id(node))
                    .filter(estate.assumed::readersAreUnknown)
                    .ifPresent(
                        channel ->
                            add(channel.id(), "readers", "channels[].readers", channel.origin()));
                estate.people.readersOf(node).forEach((int reader) -> ofGroups(reader));
              }
            });
  }

  private void ofEgress(int node) {
    estate
        .assumed
        .channel(estate.id(node))
        .filter(channel -> !channel.destinations().isSaid())
        .ifPresent(
            channel ->
                add(channel.id(), "destinations", "channels[].destinations", channel.origin()));
  }

  private void ofGate(GateUse use) {
    if (use.strength() == Gate.Strength.UNKNOWN) {
      // Of a gate that nothing declares, the missing declaration is the one gap.
      if (!gaps.containsKey(use.id() + "/declaration")) {
        add(use.id(), "strength", "gates[].strength", use.origin());
      }
    } else if (use.counts()) {
      estate
          .assumed
          .gate(use.id())
          .filter(gate -> gate.approvers().said() && !gate.approvalsPerDay().isSaid())
          .ifPresent(
              gate -> add(gate.id(), "approvalsPerDay", "gates[].approvalsPerDay", gate.origin()));
    }
  }

  private void ofGroups(int principal) {
    for (String group : estate.headCount.groupsOfUnknownSize(estate.membership.behind(principal))) {
      estate
          .assumed
          .principal(group)
          .ifPresent(known -> add(group, "size", "principals[].size", known.origin()));
    }
  }
}
