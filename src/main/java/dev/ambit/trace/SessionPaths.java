package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Crossing;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * What comes together in one session of an agent: who starts it, what it holds, where it can put
 * it.
 */
final class SessionPaths {
  private final Estate estate;
  private final Targets targets;
  private final ImmutableList<Power> changers;

  SessionPaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
    this.changers = Power.over(estate, Verbs.of(Verb.SHARE, Verb.ADMINISTER), 2);
  }

  /** {@code paths}: what the other rules found for this agent. */
  void of(Subject subject, ImmutableList<Crossing> paths, Found found) {
    widens(subject, found);
    threeLegs(subject, paths, found);
    opens(subject, found);
  }

  /** It publishes to a channel its answers do not belong to, and no gate counts on some way. */
  private void widens(Subject subject, Found found) {
    boolean asked = subject.askers().anySatisfy(asker -> estate.rights.isPerson(asker.principal()));
    if (!asked) {
      return;
    }
    targets
        .sinks(subject.ways(), way -> true)
        .forEachKeyValue(
            (place, ways) -> {
              boolean elsewhere =
                  Doings.isChannel(estate.assumed, place)
                      && !subject.agent().repliesTo().names(estate.id(place));
              RoaringBitmap readers = estate.people.audience(place);
              Weakest weakest =
                  Weakest.of(estate, Lists.immutable.of(ways), Lists.immutable.empty());
              if (elsewhere && !readers.isEmpty() && weakest.weight() == 0) {
                boolean grave =
                    estate.headCount.areMany(readers)
                        || changers.anySatisfy(
                            power -> RoaringBitmap.intersects(power.people(), readers));
                FastList<Hop> hops =
                    FastList.newList(
                        Hops.to(
                                estate.assumed,
                                subject.agent().id(),
                                weakest.ways().getFirst(),
                                place)
                            .castToList());
                Crossing crossing =
                    Paths.of(
                        Crossing.Kind.WIDENING,
                        subject,
                        estate.id(place),
                        weakest.ways().getFirst().via(),
                        Verb.PUBLISH,
                        "",
                        grave ? Severity.HIGH : Severity.MEDIUM,
                        weakest.uses(),
                        hops.toImmutable());
                found.add(
                    crossing.withAudience(
                        estate.people.shown(
                            new RoaringBitmap(), readers, estate.people.readersOf(place))),
                    true);
              }
            });
  }

  /** An untrusted writer feeds it, it reads something confidential, and there is a way out. */
  private void threeLegs(Subject subject, ImmutableList<Crossing> paths, Found found) {
    if (!subject.isFedByUntrusted()) {
      return;
    }
    Hop fed =
        subject.feeders().detect(feeder -> estate.people.hasOutsiders(feeder.principal())).hop();
    TreeSortedMap<String, Crossing> out = TreeSortedMap.newMap();
    for (Crossing path : paths) {
      int data = estate.nodes().number(path.asset());
      boolean leaves =
          (path.kind() == Crossing.Kind.ACTION && path.route() != Crossing.Route.MEMORY)
              || (path.kind() == Crossing.Kind.DEPUTY
                  && path.route() != Crossing.Route.DEED
                  && estate.people.hasOutsiders(estate.nodes().number(path.through())));
      if (leaves && path.tier() == 0 && data >= 0 && estate.ranks.judged(data) >= 2) {
        out.merge(
            path.asset(),
            path,
            (kept, next) -> isInternet(next) && !isInternet(kept) ? next : kept);
      }
    }
    out.forEachKeyValue((asset, path) -> found.add(legs(subject, fed, path), true));
    byDeed(subject, fed, out, found);
  }

  private static boolean isInternet(Crossing path) {
    Heads heads = path.audience().total();
    return heads.word().equals("internet") || heads.word().equals("authenticated");
  }

  private Crossing legs(Subject subject, Hop fed, Crossing path) {
    boolean critical =
        isInternet(path)
            || estate
                .assumed
                .levels()
                .isRestricted(estate.ranks.judged(estate.nodes().number(path.asset())));
    Severity severity = critical ? Severity.CRITICAL : Severity.HIGH;
    FastList<Hop> hops = FastList.newListWith(fed);
    hops.addAll(path.path().hops().castToList());
    return Paths.of(
            Crossing.Kind.THREE_LEGS,
            subject,
            path.asset(),
            path.through(),
            Verb.READ,
            path.level(),
            severity,
            path.gates(),
            hops.toImmutable())
        .withAudience(path.audience());
  }

  /** The only way out is a change of state: one lower. */
  private void byDeed(Subject subject, Hop fed, TreeSortedMap<String, Crossing> out, Found found) {
    Way deed =
        subject
            .ways()
            .detect(
                way ->
                    Verbs.of(Verb.WRITE, Verb.DELETE, Verb.EXECUTE).has(way.verb())
                        && way.source() != Way.Source.LOG
                        && way.source() != Way.Source.MEMORY
                        && way.tier() == 0
                        && !way.targets().isEmpty());
    if (deed == null) {
      return;
    }
    targets
        .data(subject.ways(Verb.READ).reject(Way::bound))
        .forEachKeyValue(
            (node, ways) -> {
              int rank = estate.ranks.judged(node);
              Weakest weakest =
                  Weakest.of(estate, Lists.immutable.of(ways), Lists.immutable.empty());
              boolean counts = rank >= 2 && weakest.weight() == 0;
              if (counts && !out.containsKey(estate.id(node))) {
                int[] first = {-1};
                deed.targets().forEach(each -> first[0] = first[0] < 0 ? each : first[0]);
                FastList<Hop> hops = FastList.newListWith(fed);
                hops.addAll(
                    Hops.to(estate.assumed, subject.agent().id(), weakest.ways().getFirst(), node)
                        .castToList());
                hops.addAll(
                    Hops.to(estate.assumed, subject.agent().id(), deed, first[0]).castToList());
                Severity severity =
                    estate.assumed.levels().isRestricted(rank) ? Severity.HIGH : Severity.MEDIUM;
                found.add(
                    Paths.of(
                        Crossing.Kind.THREE_LEGS,
                        subject,
                        estate.id(node),
                        estate.id(first[0]),
                        deed.verb(),
                        estate.levelName(rank),
                        severity,
                        weakest.uses(),
                        hops.toImmutable()),
                    estate.ranks.isKnown(node));
              }
            });
  }

  /** Anyone can start it: nobody has to sign in, or people outside may ask or trigger it. */
  private void opens(Subject subject, Found found) {
    Agent agent = subject.agent();
    Askers.Asker anyone =
        subject
            .askers()
            .detect(
                asker ->
                    estate.id(asker.principal()).equals("internet")
                        || estate.id(asker.principal()).equals("authenticated"));
    boolean unauthenticated = isUnauthenticated(subject);
    if (anyone == null && (!unauthenticated || subject.askers().isEmpty())) {
      return;
    }
    Way grave = subject.ways().detect(way -> !way.bound() && isGrave(way));
    Way more = grave != null ? grave : subject.ways().detect(way -> !way.bound() && isMore(way));
    if (more == null) {
      return;
    }
    Hop start =
        anyone != null
            ? anyone.hop()
            : new Hop(
                agent.id(),
                Hop.Kind.INVOKED_BY,
                "internet",
                agent.authenticated().isSaid()
                    ? "whoever asks " + agent.id() + " does not have to sign in"
                    : "nothing says that whoever asks " + agent.id() + " has to sign in",
                agent.authenticated().originOr(agent.origin()),
                agent.certainty());
    FastList<Hop> hops = FastList.newListWith(start);
    hops.addAll(
        Hops.to(estate.assumed, agent.id(), more, telling(more, grave != null)).castToList());
    found.add(
        Paths.of(
            Crossing.Kind.OPEN,
            subject,
            agent.id(),
            start.to(),
            more.verb(),
            "",
            grave != null ? Severity.CRITICAL : Severity.MEDIUM,
            more.gates(),
            hops.toImmutable()),
        true);
  }

  /** As said; else none only at worst, and only where people outside may ask. */
  private boolean isUnauthenticated(Subject subject) {
    Agent agent = subject.agent();
    boolean outside =
        estate.assumed.invokersAreUnknown(agent)
            || subject.askers().anySatisfy(asker -> estate.people.hasOutsiders(asker.principal()));
    return !agent.authenticated().or(!(estate.assumed.isWorst() && outside));
  }

  /** The target that makes the way worth telling. */
  private int telling(Way way, boolean grave) {
    int[] found = {-1};
    way.targets()
        .forEach(
            node -> {
              boolean tells =
                  !grave || way.verb() == Verb.EXECUTE || estate.ranks.declared(node) >= 2;
              found[0] = found[0] < 0 && tells ? node : found[0];
            });
    return found[0];
  }

  /** Confidential data, code, or writing to something confidential. */
  private boolean isGrave(Way way) {
    if (way.source() == Way.Source.LOG || way.source() == Way.Source.MEMORY) {
      return false;
    }
    if (way.verb() == Verb.EXECUTE) {
      return !way.targets().isEmpty();
    }
    return way.verb() != Verb.DISCOVER && estate.ranks.highest(way.targets()) >= 2;
  }

  /** Anything but reading the lowest level. */
  private boolean isMore(Way way) {
    boolean own = way.source() == Way.Source.LOG || way.source() == Way.Source.MEMORY;
    boolean answers = way.source() == Way.Source.REPLY || way.source() == Way.Source.INPUT;
    return !own
        && !answers
        && way.verb() != Verb.DISCOVER
        && (way.verb() != Verb.READ || estate.ranks.highest(way.targets()) >= 1);
  }
}
