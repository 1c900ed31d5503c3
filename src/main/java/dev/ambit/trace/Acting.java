package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Credential;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The principals an agent can act as: its identity, what its credentials authenticate, what these
 * may assume, and what it can obtain. Breadth first, so the hops of each are a shortest way; of
 * equal ones the first by name.
 */
final class Acting {
  private final Assumed assumed;
  private final Rights rights;
  private final Obtainable obtainable;
  private final Agent agent;
  private final IntObjectHashMap<Actor> found = IntObjectHashMap.newMap();
  private final FastList<Actor> inOrder = FastList.newList();
  private final Deque<Actor> open = new ArrayDeque<>();

  Acting(Assumed assumed, Rights rights, Obtainable obtainable, Agent agent) {
    this.assumed = assumed;
    this.rights = rights;
    this.obtainable = obtainable;
    this.agent = agent;
    given();
  }

  /** So far, in the order in which they were found. */
  ImmutableList<Actor> actors() {
    return inOrder.toImmutable();
  }

  private void given() {
    for (Ref as : sorted(agent.actsAs().all())) {
      Hop hop =
          hop(agent.id(), Hop.Kind.ACTS_AS, as.id(), "its identity names " + as.id(), as.origin());
      add(as.id(), Lists.immutable.of(hop), Actor.How.GIVEN, "");
    }
    for (Ref carried : sorted(agent.credentials().all())) {
      assumed.credential(carried.id()).ifPresent(known -> carry(known, carried.origin()));
    }
    for (Credential credential : obtainable.carriedBy(agent.id())) {
      credential
          .holders()
          .all()
          .select(holder -> holder.id().equals(agent.id()))
          .forEach(holder -> carry(credential, holder.origin()));
    }
    for (Ref each : assumed.tools(agent)) {
      assumed.tool(each.id()).ifPresent(this::runsCode);
    }
    follow();
  }

  private static ImmutableList<Ref> sorted(ImmutableList<Ref> refs) {
    return refs.toSortedList().toImmutable();
  }

  private void carry(Credential credential, Origin origin) {
    credential
        .authenticates()
        .value()
        .ifPresent(
            as ->
                add(
                    as.id(),
                    Lists.immutable.of(
                        hop(
                            agent.id(),
                            Hop.Kind.HOLDS,
                            credential.id(),
                            "it carries " + credential.id(),
                            origin),
                        authenticates(credential, as)),
                    Actor.How.GIVEN,
                    credential.id()));
  }

  private Hop authenticates(Credential credential, Ref as) {
    return new Hop(
        credential.id(),
        Hop.Kind.ACTS_AS,
        as.id(),
        credential.id() + " authenticates as " + as.id(),
        as.origin(),
        credential.certainty());
  }

  /** Whoever can run code with a principal's credential has all of that principal. */
  private void runsCode(Tool tool) {
    if (!assumed.effects(tool).has(Verb.EXECUTE)) {
      return;
    }
    tool.uses()
        .value()
        .ifPresent(
            uses -> {
              String as = principalOf(uses.id());
              Hop hop =
                  hop(
                      agent.id(),
                      Hop.Kind.USES,
                      as,
                      "its tool " + tool.id() + " runs code as " + as,
                      uses.origin());
              add(as, Lists.immutable.of(hop), Actor.How.GIVEN, "");
            });
  }

  /** The principal behind the name of a principal or a credential. */
  private String principalOf(String name) {
    return principalOf(assumed, name);
  }

  static String principalOf(Assumed assumed, String name) {
    return assumed
        .credential(name)
        .flatMap(credential -> credential.authenticates().value())
        .map(Ref::id)
        .orElse(name);
  }

  private Hop hop(String from, Hop.Kind kind, String to, String because, Origin origin) {
    return new Hop(from, kind, to, because, origin, agent.certainty());
  }

  private boolean add(String principal, ImmutableList<Hop> hops, Actor.How how, String credential) {
    int node = assumed.nodes().number(principal);
    if (node < 0 || found.containsKey(node) || !rights.isPrincipal(node)) {
      return false;
    }
    Actor actor = new Actor(node, hops, how, credential);
    found.put(node, actor);
    inOrder.add(actor);
    open.add(actor);
    return true;
  }

  /** What the open actors may assume, and the credentials they carry, to the end. */
  private void follow() {
    while (!open.isEmpty()) {
      Actor actor = open.remove();
      String from = assumed.nodes().id(actor.principal());
      for (Right right : rights.allowed(actor.principal())) {
        if (right.verbs().has(Verb.ASSUME)) {
          assume(actor, from, right);
        }
      }
      for (Credential credential : obtainable.carriedBy(from)) {
        carriedBy(actor, from, credential);
      }
    }
  }

  private void assume(Actor actor, String from, Right right) {
    if (right.pattern().equals("*") && right.verbs().has(Verb.ADMINISTER)) {
      return; // an administrator gains nothing by acting as others
    }
    right
        .targets()
        .forEach(
            target -> {
              if (rights.isPrincipal(target)
                  && !rights.isDenied(actor.principal(), Verb.ASSUME, target)) {
                String to = assumed.nodes().id(target);
                Hop hop =
                    new Hop(
                        from,
                        Hop.Kind.ASSUMES,
                        to,
                        right.grant() + " lets " + from + " act as " + to + right.how(),
                        right.origin(),
                        right.isUndecided() ? Certainty.ASSUMED : right.certainty());
                Actor.How how = actor.how() == Actor.How.GIVEN ? Actor.How.ASSUMED : actor.how();
                add(to, actor.hops().newWith(hop), how, actor.credential());
              }
            });
  }

  private void carriedBy(Actor actor, String from, Credential credential) {
    credential
        .authenticates()
        .value()
        .ifPresent(
            as -> {
              Hop holds =
                  new Hop(
                      from,
                      Hop.Kind.HOLDS,
                      credential.id(),
                      from + " carries " + credential.id(),
                      credential.origin(),
                      credential.certainty());
              add(
                  as.id(),
                  actor.hops().newWith(holds).newWith(authenticates(credential, as)),
                  actor.how(),
                  credential.id());
            });
  }

  /**
   * Adds what the agent can obtain by these ways: credentials that lie in what it reads, and the
   * principals that code acts as which it can run or change. Answers whether anything was new.
   */
  boolean obtain(ImmutableList<Way> ways) {
    int before = inOrder.size();
    for (Obtainable.Kept kept : obtainable.kept()) {
      take(kept.credential(), kept.asset(), kept.origin(), ways);
    }
    for (Obtainable.Runner runner : obtainable.runners()) {
      run(runner.asset(), runner.node(), runner.as(), ways);
    }
    follow();
    return inOrder.size() > before;
  }

  private void take(Credential credential, int asset, Origin origin, ImmutableList<Way> ways) {
    if (!(credential.authenticates() instanceof Said.Value<Ref> as)) {
      return;
    }
    Way reading = first(ways, asset, Verb.READ, Verb.READ);
    if (reading == null) {
      return;
    }
    String in = assumed.nodes().id(asset);
    Hop holds =
        new Hop(
            in,
            Hop.Kind.HOLDS,
            credential.id(),
            credential.id() + " can be read out of " + in,
            origin,
            credential.certainty());
    add(
        as.said().id(),
        Hops.to(assumed, agent.id(), reading, asset)
            .newWith(holds)
            .newWith(authenticates(credential, as.said())),
        Actor.How.TAKEN,
        credential.id());
  }

  private void run(Asset asset, int node, Ref as, ImmutableList<Way> ways) {
    Way running = first(ways, node, Verb.EXECUTE, Verb.WRITE);
    if (running == null) {
      return;
    }
    Hop becomes =
        new Hop(
            asset.id(),
            Hop.Kind.BECOMES,
            as.id(),
            "code in " + asset.id() + " acts as " + as.id(),
            as.origin(),
            asset.certainty());
    add(as.id(), Hops.to(assumed, agent.id(), running, node).newWith(becomes), Actor.How.TAKEN, "");
  }

  private static @Nullable Way first(ImmutableList<Way> ways, int target, Verb one, Verb other) {
    return ways.detect(
        way -> (way.verb() == one || way.verb() == other) && way.targets().has(target));
  }
}
