package dev.ambit.trace;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Builtin;
import dev.ambit.model.Case;
import dev.ambit.model.Channel;
import dev.ambit.model.Credential;
import dev.ambit.model.Gate;
import dev.ambit.model.Levels;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Settings;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The facts, with everything that is not said read by the table of contract/inventory.md for one
 * case. A section that the inventory calls closed is complete: a list that is absent in it is
 * empty.
 */
final class Assumed {
  private static final Verbs READ_ONLY = Verbs.of(Verb.READ);
  private static final Verbs UNLISTED = Verbs.of(Verb.READ, Verb.WRITE, Verb.DELETE, Verb.EGRESS);

  private final Known known;
  private final AccessMap access;
  private final boolean worst;

  Assumed(Known known, Case which) {
    this.known = known;
    this.access = known.access;
    this.worst = which == Case.WORST;
  }

  boolean isWorst() {
    return worst;
  }

  Known known() {
    return known;
  }

  AccessMap access() {
    return access;
  }

  Nodes nodes() {
    return access.nodes();
  }

  Settings settings() {
    return access.facts().settings();
  }

  Levels levels() {
    return settings().levels();
  }

  int clearanceByDefault() {
    return levels().rank(settings().clearance()).orElse(1);
  }

  Optional<Principal> principal(String id) {
    int node = nodes().number(id);
    return node < 0 ? Optional.empty() : principal(node);
  }

  Optional<Principal> principal(int node) {
    return Optional.ofNullable(known.principals[node]);
  }

  Optional<Asset> asset(String id) {
    int node = nodes().number(id);
    return node < 0 ? Optional.empty() : asset(node);
  }

  Optional<Asset> asset(int node) {
    return Optional.ofNullable(known.assets[node]);
  }

  Optional<Channel> channel(String id) {
    return Optional.ofNullable(known.channels.get(id));
  }

  Optional<Credential> credential(String id) {
    return Optional.ofNullable(known.credentials.get(id));
  }

  Optional<Gate> gate(String id) {
    return Optional.ofNullable(known.gates.get(id));
  }

  Optional<Tool> tool(String id) {
    return Optional.ofNullable(known.tools.get(id));
  }

  Optional<Agent> agent(String id) {
    return Optional.ofNullable(known.agents.get(id));
  }

  /** What a name or pattern in the input covers, contents included; empty if it covers nothing. */
  Optional<NodeSet> covered(String on) {
    return Optional.ofNullable(access.named().get(on)).filter(set -> !set.isEmpty());
  }

  /**
   * Who reads a channel, as far as it says itself; a way out that is not closed leads to anyone.
   */
  ImmutableList<Ref> readers(Channel channel) {
    boolean leaks = channel.destinations().value().filter(each -> !each.areSafe()).isPresent();
    Ref anyone = new Ref(Builtin.INTERNET.id(), channel.destinations().originOr(channel.origin()));
    return leaks ? said(channel).newWith(anyone) : said(channel);
  }

  private ImmutableList<Ref> said(Channel channel) {
    if (channel.readers().said() || settings().isClosed("channels")) {
      return channel.readers().all();
    }
    return worst
        ? Lists.immutable.of(new Ref(Builtin.INTERNET.id(), channel.origin()))
        : Lists.immutable.empty();
  }

  ImmutableList<Ref> writers(Channel channel) {
    if (channel.writers().said() || settings().isClosed("channels")) {
      return channel.writers().all();
    }
    return worst
        ? Lists.immutable.of(new Ref(Builtin.EVERYONE.id(), channel.origin()))
        : Lists.immutable.empty();
  }

  boolean readersAreUnknown(Channel channel) {
    return !channel.readers().said() && !settings().isClosed("channels");
  }

  boolean writersAreUnknown(Channel channel) {
    return !channel.writers().said() && !settings().isClosed("channels");
  }

  /** Whether the members of a group can be counted is answered by {@link People}. */
  int headsOfUnknownGroup() {
    return worst ? settings().largeAudience() + 1 : 1;
  }

  boolean invokersAreUnknown(Agent agent) {
    return !agent.invokers().said() && !settings().isClosed("agents");
  }

  /** Who may ask the agent, as far as its own entry says. */
  ImmutableList<Ref> invokers(Agent agent) {
    if (!invokersAreUnknown(agent)) {
      return agent.invokers().all();
    }
    if (worst) {
      return Lists.immutable.of(new Ref(Builtin.EVERYONE.id(), agent.origin()));
    }
    return agent.owner().value().map(Lists.immutable::of).orElseGet(Lists.immutable::empty);
  }

  boolean isUnattended(Agent agent) {
    return agent
        .unattended()
        .value()
        .orElseGet(() -> !invokersAreUnknown(agent) && agent.invokers().all().isEmpty());
  }

  boolean repliesToRequester(Agent agent) {
    return !agent.repliesTo().said() || agent.repliesTo().names("requester");
  }

  /** A tool that reads by sending text of the model outside sends it, whatever it is called. */
  Verbs effects(Tool tool) {
    Verbs effects = tool.effects().or(worst ? UNLISTED : READ_ONLY);
    boolean sends =
        effects.has(Verb.READ)
            && tool.modelFills().notEmpty()
            && tool.on()
                .all()
                .anySatisfy(on -> channel(on.id()).filter(Assumed::leadsOut).isPresent());
    return sends ? effects.with(Verb.EGRESS) : effects;
  }

  private static boolean leadsOut(Channel channel) {
    return channel.destinations().isSaid() || channel.kind().or("").equals("egress");
  }

  /** The tools it can call: those listed, or all that are declared if the list was left out. */
  ImmutableList<Ref> tools(Agent agent) {
    if (agent.toolsOmitted().or(false) && !agent.tools().said()) {
      return access
          .facts()
          .tools()
          .collect(tool -> new Ref(tool.id(), agent.toolsOmitted().originOr(agent.origin())));
    }
    return agent.tools().all();
  }

  boolean filteredByReader(Agent.Knowledge known) {
    return known.filteredByReader().or(!worst);
  }

  Agent.Token token(Agent.Call call) {
    return call.token().or(worst ? Agent.Token.OWN : Agent.Token.EXCHANGED);
  }

  Gate.Strength strength(Gate gate) {
    if (gate.strength() != Gate.Strength.UNKNOWN) {
      return gate.strength();
    }
    return worst ? Gate.Strength.NONE : Gate.Strength.RESOURCE;
  }

  /** Whether all grants of this principal are in the input. */
  boolean grantsAreComplete(String principal) {
    return settings().isClosed("grants")
        || principal(principal).filter(Principal::complete).isPresent();
  }

  /** Whether a property that was not said holds at its unsafe value. */
  boolean unsafe(Said<Boolean> safe) {
    return !safe.or(!worst);
  }
}
