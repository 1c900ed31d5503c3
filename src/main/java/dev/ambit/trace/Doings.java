package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Certainty;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Works out what one agent can do by itself (contract/semantics.md, Capability): all that the
 * principals it acts as can, with or without a tool for it, and what its tools do. What it can
 * obtain depends on what it reads and the other way round, so both are repeated until nothing is
 * new.
 */
final class Doings {
  private static final Verbs PERSONAL = Verbs.of(Verb.PUBLISH, Verb.EGRESS, Verb.INVOKE);

  private final Assumed assumed;
  private final Rights rights;
  private final Obtainable obtainable;
  private final GateJudge judge;
  private final Askers askers;
  private final Membership membership;
  private final People people;

  Doings(
      Assumed assumed,
      Rights rights,
      GateJudge judge,
      Askers askers,
      Membership membership,
      People people) {
    this.assumed = assumed;
    this.rights = rights;
    this.obtainable = Obtainable.of(assumed.access().facts(), assumed.nodes());
    this.judge = judge;
    this.askers = askers;
    this.membership = membership;
    this.people = people;
  }

  Doing of(Agent agent) {
    Acting acting = new Acting(assumed, rights, obtainable, agent);
    Draft draft;
    do {
      draft = new Draft(agent, acting.actors());
    } while (acting.obtain(draft.ways.toImmutable()));
    return draft.judged();
  }

  /** The ways of one agent as long as the set of its actors still grows. */
  private final class Draft {
    private final Agent agent;
    private final ImmutableList<Actor> actors;
    private final FastList<Way> ways = FastList.newList();
    private final FastList<ImmutableList<Ref>> named = FastList.newList();

    Draft(Agent agent, ImmutableList<Actor> actors) {
      this.agent = agent;
      this.actors = actors;
      assumed
          .tools(agent)
          .toSortedList()
          .forEach(ref -> assumed.tool(ref.id()).ifPresent(this::byTool));
      agent.knowledge().forEach(this::byKnowledge);
      agent.inputs().all().forEach(ref -> fed(ref, "its input is"));
      agent.triggers().all().forEach(ref -> fed(ref, "it is started by posts in"));
      byWorkspace();
      byMemory();
      byLog();
      byReply();
      actors.forEach(this::byGrants);
    }

    Doing judged() {
      int node = assumed.nodes().number(agent.id());
      RoaringBitmap actorSet = RoaringBitmap.bitmapOf(node);
      actors.forEach(actor -> actorSet.add(actor.principal()));
      // A gate in a place that only a gated way reaches is out of its hands; so the ways are judged
      // twice: first as if nothing were in its hands, to know what is.
      RoaringBitmap editable = new RoaringBitmap();
      judged(actorSet, editable)
          .select(Doing::changes)
          .forEach(way -> way.targets().forEach(editable::add));
      return new Doing(agent, node, actors, actorSet, editable, judged(actorSet, editable));
    }

    private ImmutableList<Way> judged(RoaringBitmap actorSet, RoaringBitmap editable) {
      FastList<Way> judged = FastList.newList(ways.size());
      for (int i = 0; i < ways.size(); i++) {
        ImmutableList<GateUse> gates =
            named.get(i).distinct().collect(gate -> judge.judge(gate, actorSet, editable));
        judged.add(ways.get(i).withGates(gates));
      }
      return judged.toImmutable();
    }

    private void add(Way way, ImmutableList<Ref> gates) {
      if (!way.targets().isEmpty() || way.targets() == UNNAMED) {
        ways.add(way);
        named.add(gates);
      }
    }

    private void byTool(Tool tool) {
      boolean boundAlready = tool.tenantBound().or(false);
      for (Verb verb : assumed.effects(tool).all()) {
        if (tool.on().all().isEmpty()) {
          unnamed(tool, verb, boundAlready);
        }
        for (Ref on : tool.on().all()) {
          assumed.covered(on.id()).ifPresent(targets -> on(tool, verb, on, targets, boundAlready));
        }
      }
    }

    /** A tool without a target sends anywhere, or works on the agent's workspace. */
    private void unnamed(Tool tool, Verb verb, boolean boundAlready) {
      if (verb == Verb.EGRESS) {
        Way way = way(tool, verb, UNNAMED, tool.id(), tool.origin(), boundAlready, -1, "");
        add(way, gates(tool));
      } else if (agent.workspace() instanceof Said.Value<Ref> workspace) {
        assumed
            .covered(workspace.said().id())
            .ifPresent(targets -> on(tool, verb, workspace.said(), targets, boundAlready));
      }
    }

    private void on(Tool tool, Verb verb, Ref on, NodeSet targets, boolean boundAlready) {
      if (!(tool.uses() instanceof Said.Value<Ref> uses)) {
        boolean onBehalf = isOnBehalf() && !PERSONAL.has(verb);
        NodeSet allowed = onBehalf ? asAsker(verb, targets) : targets;
        boolean bound = boundAlready || onBehalf;
        add(way(tool, verb, allowed, on.id(), on.origin(), bound, -1, ""), gates(tool));
        return;
      }
      String as = Acting.principalOf(assumed, uses.said().id());
      int actor = assumed.nodes().number(as);
      boolean onBehalf = isOnBehalf() && agent.actsAs().names(as) && !PERSONAL.has(verb);
      NodeSet possible = onBehalf ? asAsker(verb, targets) : targets;
      boolean bound = boundAlready || onBehalf;
      RoaringBitmap lent = new RoaringBitmap();
      for (Right right : rights.allowed(actor)) {
        if (grants(right, verb)) {
          NodeSet both =
              Selected.of(
                  possible,
                  node -> right.targets().has(node) && !rights.isDenied(actor, verb, node));
          both.forEach(lent::add);
          Way way =
              way(tool, verb, both, on.id(), on.origin(), bound, actor, " as " + as)
                  .with(
                      b ->
                          b.lead(Lists.immutable.of(lends(tool, verb, on, as)))
                              .certainty(certainty(tool.certainty(), right))
                              .origin(right.origin())
                              .because(
                                  right.grant()
                                      + " lets "
                                      + as
                                      + right.how()
                                      + " "
                                      + Words.todo(verb)));
          add(way, gates(tool).newWithAll(gates(right)));
        }
      }
      if (verb == Verb.EGRESS || !assumed.grantsAreComplete(as)) {
        NodeSet rest =
            Selected.of(
                possible, node -> !lent.contains(node) && !rights.isDenied(actor, verb, node));
        Way way =
            way(tool, verb, rest, on.id(), on.origin(), bound, actor, " as " + as)
                .with(b -> b.certainty(tool.certainty().and(Certainty.ASSUMED)));
        add(verb == Verb.EGRESS ? way.withCertainty(tool.certainty()) : way, gates(tool));
      }
    }

    /** That the tool acts as the principal; the right of the principal is a hop of its own. */
    private Hop lends(Tool tool, Verb verb, Ref on, String as) {
      return new Hop(
          agent.id(),
          Hop.Kind.USES,
          as,
          "its tool " + tool.id() + " " + Words.does(verb) + " " + on.id() + " as " + as,
          on.origin(),
          tool.certainty());
    }

    private Way way(
        Tool tool,
        Verb verb,
        NodeSet targets,
        String on,
        Origin origin,
        boolean bound,
        int actor,
        String as) {
      boolean undoable =
          tool.reversible()
              .or(!Verbs.of(Verb.DELETE, Verb.SHARE, Verb.EXECUTE, Verb.EGRESS).has(verb));
      return new Way(
          verb,
          targets,
          Way.Source.TOOL,
          tool.id(),
          actor,
          on,
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          bound,
          undoable,
          Lists.immutable.empty(),
          tool.certainty(),
          origin,
          "its tool " + tool.id() + as + " " + Words.does(verb));
    }

    private void byKnowledge(Agent.Knowledge known) {
      boolean filtered = assumed.filteredByReader(known) || isOnBehalf();
      assumed
          .covered(known.asset().id())
          .ifPresent(
              targets ->
                  add(
                      reading(
                              Way.Source.KNOWLEDGE,
                              filtered ? asAsker(Verb.READ, targets) : targets,
                              known.asset(),
                              "it answers from")
                          .withBound(filtered),
                      Lists.immutable.empty()));
    }

    private Way reading(Way.Source source, NodeSet targets, Ref on, String because) {
      return new Way(
          Verb.READ,
          targets,
          source,
          on.id(),
          -1,
          on.id(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          false,
          true,
          Lists.immutable.empty(),
          agent.certainty(),
          on.origin(),
          because);
    }

    private void fed(Ref input, String because) {
      assumed
          .covered(input.id())
          .ifPresent(
              targets ->
                  add(reading(Way.Source.INPUT, targets, input, because), Lists.immutable.empty()));
    }

    private void byWorkspace() {
      agent
          .workspace()
          .value()
          .flatMap(
              ref ->
                  assumed
                      .covered(ref.id())
                      .map(
                          targets ->
                              reading(
                                  Way.Source.WORKSPACE,
                                  targets,
                                  ref,
                                  "its file and shell tools see")))
          .ifPresent(way -> add(way, Lists.immutable.empty()));
    }

    private void byMemory() {
      agent
          .memory()
          .value()
          .filter(memory -> memory.scope() != Agent.MemoryScope.NONE)
          .flatMap(memory -> memory.asset().value())
          .ifPresent(
              asset ->
                  add(
                      reading(Way.Source.MEMORY, named(asset), asset, "it remembers in")
                          .withVerb(Verb.WRITE),
                      Lists.immutable.empty()));
    }

    private void byLog() {
      agent
          .audit()
          .value()
          .flatMap(audit -> audit.log().value())
          .ifPresent(
              log ->
                  add(
                      reading(Way.Source.LOG, named(log), log, "its actions are logged in")
                          .withVerb(Verb.WRITE),
                      Lists.immutable.empty()));
    }

    private NodeSet named(Ref ref) {
      int node = assumed.nodes().number(ref.id());
      return node < 0 ? Selected.of() : Selected.of(node);
    }

    /** Its answers go to these channels; where a tool publishes there, that tool is the way. */
    private void byReply() {
      for (Ref channel : agent.repliesTo().all()) {
        int node = assumed.nodes().number(channel.id());
        boolean byTool =
            ways.anySatisfy(way -> way.verb() == Verb.PUBLISH && way.targets().has(node));
        if (node >= 0 && !byTool) {
          add(
              reading(Way.Source.REPLY, Selected.of(node), channel, "its answers go to")
                  .withVerb(Verb.PUBLISH),
              Lists.immutable.empty());
        }
      }
    }

    private void byGrants(Actor actor) {
      String as = assumed.nodes().id(actor.principal());
      for (Right right : rights.allowed(actor.principal())) {
        for (Verb verb : right.verbs().all()) {
          NodeSet targets = ofGrant(actor, right, verb);
          Way way =
              new Way(
                  verb,
                  targets,
                  Way.Source.GRANT,
                  right.grant(),
                  actor.principal(),
                  right.pattern(),
                  Lists.immutable.empty(),
                  Lists.immutable.empty(),
                  isOnBehalf() && agent.actsAs().names(as),
                  !Verbs.of(Verb.DELETE, Verb.SHARE, Verb.EXECUTE).has(verb),
                  actor.hops(),
                  certainty(agent.certainty(), right),
                  right.origin(),
                  "none of its tools declares this, but "
                      + right.grant()
                      + " lets "
                      + as
                      + " "
                      + Words.todo(verb));
          add(way, gates(right));
        }
      }
    }

    /** What a grant adds to the tools: not what a tool already does as the same principal. */
    private NodeSet ofGrant(Actor actor, Right right, Verb verb) {
      NodeSet targets = rights.undenied(actor.principal(), right, verb);
      if (isOnBehalf() && agent.actsAs().names(assumed.nodes().id(actor.principal()))) {
        targets = asAsker(verb, targets);
      }
      if (actsOutsideItsTools() || actor.how() == Actor.How.TAKEN) {
        return targets;
      }
      ImmutableList<Way> tools =
          ways.select(
                  way ->
                      way.verb() == verb
                          && way.source() == Way.Source.TOOL
                          && (way.actor() == actor.principal()
                              || (way.actor() < 0 && isOwn(actor))))
              .toImmutable();
      boolean mayBeIndex = verb == Verb.READ && isOwn(actor) && agent.knowledge().notEmpty();
      return tools.isEmpty() && !mayBeIndex
          ? targets
          : Selected.of(
              targets,
              node ->
                  tools.noneSatisfy(way -> way.targets().has(node))
                      && !(mayBeIndex && isIndexed(node)));
    }

    /** Also where nobody who asks gets anything out of the index. */
    private boolean isIndexed(int node) {
      return agent
          .knowledge()
          .anySatisfy(
              known ->
                  assumed.covered(known.asset().id()).filter(all -> all.has(node)).isPresent());
    }

    private boolean isOwn(Actor actor) {
      return agent.actsAs().names(assumed.nodes().id(actor.principal()));
    }

    private boolean actsOutsideItsTools() {
      return agent.toolsOmitted().or(false)
          || assumed.tools(agent).isEmpty()
          || assumed
              .tools(agent)
              .anySatisfy(
                  ref ->
                      assumed
                          .tool(ref.id())
                          .filter(tool -> assumed.effects(tool).has(Verb.EXECUTE))
                          .isPresent())
          || workspaceHoldsCredential();
    }

    private boolean workspaceHoldsCredential() {
      return agent
          .workspace()
          .value()
          .flatMap(ref -> assumed.covered(ref.id()))
          .filter(
              seen ->
                  assumed
                      .access()
                      .facts()
                      .credentials()
                      .anySatisfy(
                          credential ->
                              credential
                                  .storedIn()
                                  .value()
                                  .filter(in -> seen.has(assumed.nodes().number(in.id())))
                                  .isPresent()))
          .isPresent();
    }

    private boolean isOnBehalf() {
      return agent.identity().or(Agent.Mode.OWN) == Agent.Mode.ON_BEHALF_OF;
    }

    /** What at least one of those who ask may do without the agent: also one member of a group. */
    private NodeSet asAsker(Verb verb, NodeSet targets) {
      RoaringBitmap named = askers.of(agent);
      RoaringBitmap all = named.clone();
      named.forEach((int asker) -> all.or(membership.behind(asker)));
      return Selected.of(
          targets,
          node ->
              canOne(named, verb, node)
                  || rights
                      .onNode(verb, node)
                      .anySatisfy(
                          right ->
                              canOne(
                                  RoaringBitmap.and(all, membership.behind(right.holder())),
                                  verb,
                                  node)));
    }

    private boolean canOne(RoaringBitmap who, Verb verb, int node) {
      for (PeekableIntIterator each = who.getIntIterator(); each.hasNext(); ) {
        if (people.canAsSomebody(each.next(), verb, node)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The target of a tool that names none. */
  static final NodeSet UNNAMED = Selected.of();

  private static ImmutableList<Ref> gates(Tool tool) {
    return tool.gate().value().map(Lists.immutable::of).orElseGet(Lists.immutable::empty);
  }

  private static ImmutableList<Ref> gates(Right right) {
    return right.gate().value().map(Lists.immutable::of).orElseGet(Lists.immutable::empty);
  }

  private static Certainty certainty(Certainty certainty, Right right) {
    return certainty.and(right.isUndecided() ? Certainty.ASSUMED : right.certainty());
  }

  /** Whether a right allows an effect; posting needs the right to publish or to write. */
  private static boolean grants(Right right, Verb effect) {
    return right.verbs().has(effect) || (effect == Verb.PUBLISH && right.verbs().has(Verb.WRITE));
  }

  /** Whether a node is a channel: writing to one is publishing. */
  static boolean isChannel(Assumed assumed, int node) {
    return node >= 0 && assumed.nodes().kind(node) == Nodes.Kind.CHANNEL;
  }
}
