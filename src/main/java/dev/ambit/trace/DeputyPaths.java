package dev.ambit.trace;

import dev.ambit.model.Audience;
import dev.ambit.model.Crossing;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Ref;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/**
 * Deputy: the agent does for the one who asks what that one may not (contract/semantics.md, Kinds
 * of path 3). One path for each piece of data and each requester.
 */
final class DeputyPaths {
  private static final ImmutableList<Verb> DEEDS =
      Lists.immutable.of(Verb.DELETE, Verb.SHARE, Verb.ADMINISTER, Verb.ASSUME, Verb.EXECUTE);

  private final Estate estate;
  private final Targets targets;

  DeputyPaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
  }

  void of(Subject subject, Found found) {
    ImmutableList<Way> free = subject.ways().reject(Way::bound);
    for (Askers.Asker asker : subject.askers()) {
      if (estate.assumed.repliesToRequester(subject.agent())) {
        ImmutableList<Way> reading = free.select(way -> way.verb() == Verb.READ);
        returned(
            subject,
            asker,
            reading.reject(way -> way.source() == Way.Source.KNOWLEDGE),
            Crossing.Route.REPLY,
            found);
        returned(
            subject,
            asker,
            reading.select(way -> way.source() == Way.Source.KNOWLEDGE),
            Crossing.Route.KNOWLEDGE,
            found);
      }
      for (Verb verb : DEEDS) {
        done(subject, asker, verb, free.select(way -> way.verb() == verb), found);
      }
    }
  }

  private void returned(
      Subject subject,
      Askers.Asker asker,
      ImmutableList<Way> reading,
      Crossing.Route route,
      Found found) {
    RoaringBitmap root = RoaringBitmap.bitmapOf(asker.principal());
    RoaringBitmap people = estate.membership.behind(asker.principal());
    targets
        .data(reading)
        .forEachKeyValue(
            (node, ways) ->
                Readers.of(estate, root, people, node, estate.ranks.judged(node))
                    .ifPresent(
                        readers ->
                            found.add(
                                crossing(
                                    subject,
                                    asker,
                                    route,
                                    Verb.READ,
                                    node,
                                    ways,
                                    readers.base(),
                                    readers.audience(estate),
                                    readers.uncleared()),
                                estate.ranks.isKnown(node))));
  }

  private void done(
      Subject subject, Askers.Asker asker, Verb verb, ImmutableList<Way> ways, Found found) {
    targets
        .of(ways)
        .forEachKeyValue(
            (node, doing) -> {
              int rank = estate.ranks.judged(node);
              boolean concerns = rank >= 2 && estate.ranks.isData(node);
              RoaringBitmap lacking = concerns ? lacking(asker, verb, node) : new RoaringBitmap();
              if (!lacking.isEmpty()) {
                RoaringBitmap all = estate.membership.behind(asker.principal());
                Audience audience =
                    estate.people.shown(lacking, all, RoaringBitmap.bitmapOf(asker.principal()));
                if (!audience.uncleared().equals(Heads.NOBODY)) {
                  found.add(
                      crossing(
                          subject,
                          asker,
                          Crossing.Route.DEED,
                          verb,
                          node,
                          doing,
                          rank,
                          audience,
                          lacking),
                      estate.ranks.isKnown(node));
                }
              }
            });
  }

  /** Those behind the asker who may not do it by themselves. */
  private RoaringBitmap lacking(Askers.Asker asker, Verb verb, int node) {
    RoaringBitmap lacking = new RoaringBitmap();
    for (int each : estate.membership.behind(asker.principal()).toArray()) {
      if (!estate.people.canAsSomebody(each, verb, node)) {
        lacking.add(each);
      }
    }
    return lacking;
  }

  private Crossing crossing(
      Subject subject,
      Askers.Asker asker,
      Crossing.Route route,
      Verb verb,
      int node,
      ImmutableList<Way> ways,
      int base,
      Audience audience,
      RoaringBitmap lacking) {
    // Who wants the deed must not be its only check: the one who asks is an actor here as well.
    RoaringBitmap actors = RoaringBitmap.or(subject.own().actorSet(), lacking);
    ImmutableList<Way> judged =
        ways.collect(way -> way.withGates(judgedFor(subject, actors, way.gates())));
    Weakest weakest = Weakest.of(estate, Lists.immutable.of(judged), Lists.immutable.empty());
    boolean raised = subject.isFedByUntrusted() || subject.isUnattended();
    Severity severity = Severity.of(base, weakest.weight(), raised);
    String agent = subject.agent().id();
    FastList<Hop> hops = FastList.newListWith(asker.hop());
    hops.addAll(Hops.to(estate.assumed, agent, weakest.ways().getFirst(), node).castToList());
    hops.add(last(subject, asker, verb, node, audience));
    return new Crossing(
        Crossing.Kind.DEPUTY,
        route,
        agent,
        estate.id(node),
        estate.id(asker.principal()),
        verb,
        "",
        estate.levelName(estate.ranks.judged(node)),
        severity,
        audience,
        weakest.tier(),
        weakest.uses(),
        weakest.bypassed(),
        new ExposurePath(hops.toImmutable(), severity));
  }

  private ImmutableList<GateUse> judgedFor(
      Subject subject, RoaringBitmap actors, ImmutableList<GateUse> gates) {
    return gates.collect(
        gate ->
            estate.judge.judge(
                new Ref(gate.id(), gate.origin()), actors, subject.own().editable()));
  }

  private Hop last(Subject subject, Askers.Asker asker, Verb verb, int node, Audience audience) {
    String who = estate.id(asker.principal());
    String lack =
        verb == Verb.READ
            ? audience.uncleared() + " behind " + who + " may not read " + estate.id(node)
            : audience.uncleared()
                + " behind "
                + who
                + " may not "
                + Words.todo(verb)
                + " "
                + estate.id(node);
    return new Hop(
        subject.agent().id(),
        Hop.Kind.REPLIES,
        who,
        verb == Verb.READ
            ? "it answers the one who asks, and " + lack
            : "it does so for the one who asks, and " + lack,
        subject.agent().repliesTo().said()
            ? subject
                .agent()
                .repliesTo()
                .all()
                .detectOptional(ref -> ref.id().equals("requester"))
                .map(Ref::origin)
                .orElse(subject.agent().origin())
            : subject.agent().origin(),
        subject.agent().certainty());
  }
}
