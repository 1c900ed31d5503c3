package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Channel;
import dev.ambit.model.Crossing;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Hop;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * Action: the agent reads data and puts it where people who are not cleared for it can read it. One
 * path for each piece of data and each place (contract/semantics.md, Kinds of path 1).
 */
final class ActionPaths {
  private final Estate estate;
  private final Targets targets;

  ActionPaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
  }

  void of(Subject subject, Found found) {
    ImmutableList<Way> reading = subject.ways(Verb.READ);
    var answered = targets.data(reading.select(way -> way.source() == Way.Source.KNOWLEDGE));
    var read = targets.data(reading.reject(way -> way.source() == Way.Source.KNOWLEDGE));
    var sinks = targets.sinks(subject.ways(), way -> way.source() != Way.Source.MEMORY);
    sinks.forEachKeyValue(
        (place, ways) -> {
          if (!isOpenEgress(place)) {
            each(subject, read, Crossing.Route.PUBLISH, place, ways, found);
            each(subject, answered, Crossing.Route.KNOWLEDGE, place, ways, found);
          }
        });
    egress(subject, reading, sinks, found);
    memory(subject, reading, found);
  }

  private void each(
      Subject subject,
      TreeSortedMap<Integer, ImmutableList<Way>> data,
      Crossing.Route route,
      int place,
      ImmutableList<Way> ways,
      Found found) {
    data.forEachKeyValue(
        (node, reading) -> {
          if (node != place) {
            Readers.of(estate, place, node, estate.ranks.judged(node))
                .ifPresent(
                    readers ->
                        found.add(
                            crossing(
                                subject,
                                route,
                                node,
                                estate.id(place),
                                place,
                                reading,
                                ways,
                                readers),
                            estate.ranks.isKnown(node)));
          }
        });
  }

  private Crossing crossing(
      Subject subject,
      Crossing.Route route,
      int data,
      String through,
      int place,
      ImmutableList<Way> reading,
      ImmutableList<Way> publishing,
      Readers readers) {
    Weakest weakest =
        Weakest.of(estate, Lists.immutable.of(reading, publishing), Lists.immutable.empty());
    boolean raised =
        subject.isFedByUntrusted()
            || subject.isUnattended()
            || estate.headCount.areMany(readers.uncleared());
    Severity severity = Severity.of(readers.base(), weakest.weight(), raised);
    String agent = subject.agent().id();
    FastList<Hop> hops =
        FastList.newList(Hops.to(estate.assumed, agent, weakest.ways().get(0), data).castToList());
    hops.addAll(Hops.to(estate.assumed, agent, weakest.ways().get(1), place).castToList());
    hops.add(readers.hop(estate, through, place, estate.id(data)));
    return new Crossing(
        Crossing.Kind.ACTION,
        route,
        agent,
        estate.id(data),
        through,
        Verb.READ,
        "",
        estate.levelName(readers.rank()),
        severity,
        readers.audience(estate),
        weakest.tier(),
        weakest.uses(),
        weakest.bypassed(),
        new ExposurePath(hops.toImmutable(), severity));
  }

  /** Whether publishing to a channel sends content out to nobody knows whom. */
  private boolean isOpenEgress(int node) {
    return estate
        .assumed
        .channel(estate.id(node))
        .flatMap(channel -> channel.destinations().value())
        .filter(destinations -> !destinations.areSafe())
        .isPresent();
  }

  /** An egress effect is open unless the channel says where it may go, and only there. */
  private boolean isClosedEgress(int node) {
    return estate
        .assumed
        .channel(estate.id(node))
        .flatMap(channel -> channel.destinations().value())
        .filter(Channel.Destinations::areSafe)
        .isPresent();
  }

  private void egress(
      Subject subject,
      ImmutableList<Way> reading,
      TreeSortedMap<Integer, ImmutableList<Way>> sinks,
      Found found) {
    TreeSortedMap<Integer, FastList<Way>> out = TreeSortedMap.newMap();
    sinks.forEachKeyValue(
        (place, ways) -> {
          if (isOpenEgress(place)) {
            out.getIfAbsentPut(place, FastList::newList).addAllIterable(ways);
          }
        });
    TreeSortedMap<String, FastList<Way>> unnamed = TreeSortedMap.newMap();
    for (Way way : subject.ways(Verb.EGRESS)) {
      if (way.targets().isEmpty()) {
        unnamed.getIfAbsentPut(way.on(), FastList::newList).add(way);
      }
      way.targets()
          .forEach(
              place -> {
                if (!isClosedEgress(place)) {
                  out.getIfAbsentPut(place, FastList::newList).add(way);
                }
              });
    }
    var data = targets.data(reading);
    out.forEachKeyValue(
        (place, ways) -> leaves(subject, data, estate.id(place), place, ways, found));
    unnamed.forEachKeyValue((tool, ways) -> leaves(subject, data, tool, -1, ways, found));
  }

  private void leaves(
      Subject subject,
      TreeSortedMap<Integer, ImmutableList<Way>> data,
      String through,
      int place,
      FastList<Way> ways,
      Found found) {
    int internet = estate.nodes().number("internet");
    RoaringBitmap anyone = estate.membership.below(internet);
    data.forEachKeyValue(
        (node, reading) -> {
          Optional<Readers> readers =
              Readers.of(
                  estate,
                  RoaringBitmap.bitmapOf(internet),
                  anyone,
                  node,
                  estate.ranks.judged(node));
          readers.ifPresent(
              each ->
                  found.add(
                      crossing(
                          subject,
                          Crossing.Route.EGRESS,
                          node,
                          through,
                          place,
                          reading,
                          ways.toImmutable(),
                          each),
                      estate.ranks.isKnown(node)));
        });
  }

  /** What stays in a memory that several people share comes before all who may ask. */
  private void memory(Subject subject, ImmutableList<Way> reading, Found found) {
    ImmutableList<Way> keeping =
        subject.own().ways().select(way -> way.source() == Way.Source.MEMORY);
    boolean shared =
        subject
            .agent()
            .memory()
            .value()
            .filter(memory -> memory.scope() == Agent.MemoryScope.SHARED)
            .isPresent();
    if (keeping.isEmpty() || !shared) {
      return;
    }
    RoaringBitmap roots = new RoaringBitmap();
    RoaringBitmap all = new RoaringBitmap();
    for (Askers.Asker asker : subject.askers()) {
      roots.add(asker.principal());
      all.or(estate.membership.behind(asker.principal()));
    }
    Way first = keeping.getFirst();
    first
        .targets()
        .forEach(
            store -> {
              var data = targets.data(reading);
              if (estate.ranks.judged(store) >= 1) {
                data.put(store, Lists.immutable.of(first));
              }
              data.forEachKeyValue(
                  (node, ways) ->
                      Readers.of(estate, roots, all, node, estate.ranks.judged(node))
                          .ifPresent(
                              readers ->
                                  found.add(
                                      crossing(
                                          subject,
                                          Crossing.Route.MEMORY,
                                          node,
                                          estate.id(store),
                                          store,
                                          ways,
                                          keeping,
                                          readers),
                                      estate.ranks.isKnown(node))));
            });
  }
}
