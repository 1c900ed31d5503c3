package dev.ambit.trace;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.Agent;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentAccess.Deed;
import dev.ambit.model.AgentAccess.Feeder;
import dev.ambit.model.AgentAccess.Outlet;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ref;
import dev.ambit.model.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.collector.Collectors2;
import org.eclipse.collections.impl.factory.Lists;
import org.roaringbitmap.RoaringBitmap;

/** What each agent can do, in the words of the input and in the worst case. */
public final class Statements {
  /** The gravest deed first, where the level is the same. */
  private static final ImmutableList<Verb> GRAVEST =
      Lists.immutable.of(
          Verb.ADMINISTER,
          Verb.SHARE,
          Verb.ASSUME,
          Verb.DELETE,
          Verb.EXECUTE,
          Verb.WRITE,
          Verb.EGRESS,
          Verb.READ,
          Verb.DECRYPT,
          Verb.PUBLISH,
          Verb.INVOKE,
          Verb.DISCOVER);

  private final Estate estate;

  private Statements(Estate estate) {
    this.estate = estate;
  }

  /** Of all agents; {@code people} is left for whoever knows all sentences. */
  public static AccessStatement of(Tracer worst) {
    Estate estate = worst.estate();
    Statements statements = new Statements(estate);
    ReachedAssets assets = new ReachedAssets(estate, worst.all());
    return new AccessStatement(
        estate.assumed.access().facts().agents().collect(statements::of),
        assets.worst(),
        assets.count(),
        Lists.immutable.empty());
  }

  private AgentAccess of(Agent agent) {
    Subject subject = estate.subject(agent);
    ImmutableList<Way> ways = agent.isRetired() ? Lists.immutable.empty() : subject.ways();
    ImmutableList<Deed> deeds = deeds(ways);
    RoaringBitmap asking = new RoaringBitmap();
    subject.askers().forEach(asker -> asking.or(estate.membership.behind(asker.principal())));
    return new AgentAccess(
        agent.id(),
        agent.purpose().or(""),
        subject.isUnattended(),
        subject
            .own()
            .actors()
            .collect(actor -> estate.id(actor.principal()))
            .distinct()
            .toSortedList()
            .toImmutable(),
        deeds.take(AgentAccess.SHOWN),
        deeds.size(),
        outlets(ways),
        estate.assumed.repliesToRequester(agent),
        subject
            .askers()
            .collect(asker -> estate.id(asker.principal()))
            .toSortedList()
            .take(AgentAccess.SHOWN)
            .toImmutable(),
        asking.isEmpty() ? Heads.NOBODY : estate.headCount.of(asking),
        feeders(subject),
        approvals(ways));
  }

  /** One for each verb and each name in the input: the way that is least guarded. */
  private ImmutableList<Deed> deeds(ImmutableList<Way> ways) {
    Map<String, Way> weakest = new TreeMap<>();
    for (Way way : ways) {
      boolean tells = way.source() != Way.Source.LOG && way.source() != Way.Source.REPLY;
      if (tells && !isToChannel(way)) {
        weakest.merge(
            way.verb() + " " + way.on(),
            way,
            (one, other) -> other.tier() < one.tier() ? other : one);
      }
    }
    List<Deed> deeds = new ArrayList<>();
    weakest.values().forEach(way -> deeds.add(deed(way)));
    Comparator<Deed> order =
        Comparator.comparingInt(
                (Deed deed) -> -estate.assumed.levels().names().indexOf(deed.level()))
            .thenComparingInt(deed -> GRAVEST.indexOf(deed.verb()))
            .thenComparing(Deed::on);
    return deeds.stream().sorted(order).collect(Collectors2.toImmutableList());
  }

  private boolean isToChannel(Way way) {
    return way.verb() == Verb.PUBLISH && Doings.isChannel(estate.assumed, number(way.on()));
  }

  private int number(String id) {
    return estate.nodes().number(id);
  }

  private Deed deed(Way way) {
    int rank = estate.ranks.highest(way.targets());
    return new Deed(
        way.verb(),
        way.on(),
        way.targets().size(),
        rank == Ranks.UNKNOWN ? "" : estate.levelName(rank),
        way.via(),
        way.actor() < 0 ? "" : estate.id(way.actor()),
        way.gates().newWithAll(way.callGates().flatCollect(gates -> gates)).distinct(),
        way.certainty(),
        way.origin());
  }

  private ImmutableList<Outlet> outlets(ImmutableList<Way> ways) {
    Map<Integer, Way> weakest = new TreeMap<>();
    for (Way way : ways.select(each -> each.verb() == Verb.PUBLISH || each.verb() == Verb.WRITE)) {
      way.targets()
          .forEach(
              node -> {
                if (Doings.isChannel(estate.assumed, node)) {
                  weakest.merge(node, way, (one, other) -> other.tier() < one.tier() ? other : one);
                }
              });
    }
    List<Outlet> outlets = new ArrayList<>();
    weakest.forEach(
        (node, way) ->
            outlets.add(
                new Outlet(
                    estate.id(node),
                    estate.headCount.of(estate.people.audience(node)),
                    names(estate.people.readersOf(node)),
                    way.gates())));
    return Lists.immutable.withAll(outlets).take(AgentAccess.SHOWN);
  }

  private ImmutableList<String> names(RoaringBitmap nodes) {
    List<String> names = new ArrayList<>();
    nodes.forEach((int node) -> names.add(estate.id(node)));
    return Lists.immutable.withAll(names).take(AgentAccess.SHOWN);
  }

  private ImmutableList<Feeder> feeders(Subject subject) {
    return subject
        .feeders()
        .collect(
            feeder ->
                new Feeder(
                    estate.id(feeder.principal()),
                    feeder.source(),
                    estate.people.hasOutsiders(feeder.principal()),
                    feeder.hop().origin()))
        .distinct()
        .toSortedList(
            Comparator.comparing((Feeder feeder) -> !feeder.outsider())
                .thenComparing(Feeder::who)
                .thenComparing(Feeder::through)
                .thenComparing(Feeder::origin))
        .take(AgentAccess.SHOWN)
        .toImmutable();
  }

  /** Each gate as it counts where it counts least. */
  private ImmutableList<AgentAccess.Approval> approvals(ImmutableList<Way> ways) {
    Map<String, GateUse> least = new TreeMap<>();
    ways.flatCollect(way -> way.gates().newWithAll(way.callGates().flatCollect(gates -> gates)))
        .forEach(
            gate ->
                least.merge(
                    gate.id(), gate, (one, other) -> other.tier() < one.tier() ? other : one));
    return Lists.immutable
        .withAll(least.values())
        .collect(gate -> new AgentAccess.Approval(gate, approvers(gate.id())));
  }

  private ImmutableList<String> approvers(String gate) {
    return estate
        .assumed
        .gate(gate)
        .map(known -> known.approvers().all().collect(Ref::id).distinct())
        .orElse(Lists.immutable.empty());
  }

  /** Whether a node holds data or power of its own. */
  static boolean isAsset(Estate estate, int node) {
    return estate.nodes().kind(node) == Nodes.Kind.ASSET;
  }
}
