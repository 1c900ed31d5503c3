package dev.ambit.trace;

import dev.ambit.model.Audience;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Crossing;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import dev.ambit.model.Right;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/**
 * Advice: the agent answers people; one who reads the answer can, alone, open data to people who
 * are not cleared for it. No right of the agent on that data is needed (contract/semantics.md,
 * Kinds of path 2). Its mirror is steering: who feeds the agent steers those who act on what it
 * says.
 */
final class AdvicePaths {
  private final Estate estate;
  private final Targets targets;
  private final ImmutableList<Power> openers;
  private final ImmutableList<Power> movers;

  AdvicePaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
    this.openers = Power.over(estate, Verbs.of(Verb.SHARE, Verb.ADMINISTER), 2);
    this.movers =
        Power.over(
            estate,
            Verbs.of(Verb.SHARE, Verb.ADMINISTER, Verb.WRITE, Verb.DELETE, Verb.EXECUTE),
            1);
  }

  void of(Subject subject, Found found) {
    if (subject.answersPeople()) {
      targets
          .sinks(subject.ways(), way -> true)
          .forEachKeyValue(
              (place, ways) -> {
                if (Doings.isChannel(estate.assumed, place)) {
                  published(subject, place, ways, found);
                }
              });
      if (estate.assumed.repliesToRequester(subject.agent())) {
        replied(subject, found);
      }
    }
  }

  private void published(Subject subject, int place, ImmutableList<Way> ways, Found found) {
    RoaringBitmap readers = estate.people.audience(place);
    String channel = estate.id(place);
    for (Power power : openers) {
      RoaringBitmap reached = RoaringBitmap.and(readers, power.people());
      if (!reached.isEmpty()) {
        opened(power, readers, reached, estate.people.readersOf(place))
            .ifPresent(
                admitted -> {
                  Weakest weakest =
                      Weakest.of(
                          estate, Lists.immutable.of(ways), Lists.immutable.of(power.gates()));
                  RoaringBitmap unclearedReaders =
                      estate.people.uncleared(readers, power.rank(), power.alike());
                  boolean raised =
                      subject.isFedByUntrusted()
                          || subject.isUnattended()
                          || estate.headCount.areMany(unclearedReaders);
                  boolean capped = !subject.isFedByUntrusted() && unclearedReaders.isEmpty();
                  FastList<Hop> hops =
                      FastList.newList(
                          Hops.to(
                                  estate.assumed,
                                  subject.agent().id(),
                                  weakest.ways().getFirst(),
                                  place)
                              .castToList());
                  String who = reader(power, reached);
                  hops.add(readBy(channel, place, who, reached));
                  standsFor(who, power).ifPresent(hops::add);
                  found.add(
                      crossing(subject, power, channel, hops, weakest, admitted, raised, capped),
                      isKnown(power));
                });
      }
    }
  }

  private void replied(Subject subject, Found found) {
    for (Askers.Asker asker : subject.askers()) {
      RoaringBitmap behind = estate.membership.behind(asker.principal());
      for (Power power : openers) {
        RoaringBitmap reached = RoaringBitmap.and(behind, power.people());
        if (!reached.isEmpty()) {
          opened(power, reached, reached, RoaringBitmap.bitmapOf(asker.principal()))
              .ifPresent(
                  admitted -> {
                    Weakest weakest =
                        Weakest.of(
                            estate, Lists.immutable.empty(), Lists.immutable.of(power.gates()));
                    boolean raised = subject.isFedByUntrusted() || subject.isUnattended();
                    boolean capped =
                        !subject.isFedByUntrusted()
                            && estate
                                .people
                                .uncleared(reached, power.rank(), power.alike())
                                .isEmpty();
                    FastList<Hop> hops = FastList.newListWith(asker.hop());
                    String who = reader(power, reached);
                    hops.add(reply(subject, asker, who));
                    standsFor(who, power).ifPresent(hops::add);
                    found.add(
                        crossing(
                            subject,
                            power,
                            estate.id(asker.principal()),
                            hops,
                            weakest,
                            admitted,
                            raised,
                            capped),
                        isKnown(power));
                  });
        }
      }
    }
  }

  private boolean isKnown(Power power) {
    return estate.ranks.isKnown(power.data());
  }

  /** Who of those reached carries the right out: its holder, or the first who can act as it. */
  private String reader(Power power, RoaringBitmap reached) {
    return estate.id(reached.contains(power.holder()) ? power.holder() : reached.first());
  }

  /** That the reader has the right as another: by membership, or by acting as its holder. */
  private Optional<Hop> standsFor(String who, Power power) {
    String holder = estate.id(power.holder());
    if (who.equals(holder)) {
      return Optional.empty();
    }
    boolean member = estate.rights.identity(estate.nodes().number(who)).contains(power.holder());
    return Optional.of(
        new Hop(
            who,
            member ? Hop.Kind.MEMBER_OF : Hop.Kind.ASSUMES,
            holder,
            member ? who + " is in " + holder : who + " can act as " + holder,
            estate.assumed.principal(who).map(Principal::origin).orElse(Origin.BUILT_IN),
            Certainty.DECLARED));
  }

  private Hop reply(Subject subject, Askers.Asker asker, String who) {
    return new Hop(
        subject.agent().id(),
        Hop.Kind.REPLIES,
        who,
        who
            + (who.equals(estate.id(asker.principal()))
                ? " may ask, and reads the answer"
                : " is among those who may ask, and reads the answer"),
        asker.hop().origin(),
        subject.agent().certainty());
  }

  private Hop readBy(String channel, int place, String who, RoaringBitmap reached) {
    for (int root : estate.people.readersOf(place).toArray()) {
      if (RoaringBitmap.intersects(estate.membership.behind(root), reached)) {
        boolean unknown =
            estate.assumed.channel(channel).filter(estate.assumed::readersAreUnknown).isPresent();
        String reader = estate.id(root);
        String because =
            unknown
                ? "nothing says who reads " + channel + ", so " + who + " may be among them"
                : reader.equals(who)
                    ? who + " can read " + channel
                    : who + " belongs to " + reader + ", who can read " + channel;
        return new Hop(
            channel,
            Hop.Kind.READ_BY,
            who,
            because,
            origin(root, place),
            unknown ? Certainty.ASSUMED : Certainty.DECLARED);
      }
    }
    throw new IllegalStateException("nobody reads " + channel);
  }

  private Origin origin(int reader, int place) {
    return estate
        .rights
        .onNode(Verb.READ, place)
        .detectOptional(right -> right.holder() == reader)
        .map(Right::origin)
        .orElseGet(
            () ->
                estate
                    .assumed
                    .channel(estate.id(place))
                    .map(Channel::origin)
                    .orElse(Origin.BUILT_IN));
  }

  /**
   * The people who could be admitted, and are not cleared: the members of every declared group that
   * one of those reached belongs to, and the readers of the channel.
   */
  private Optional<Readers> opened(
      Power power, RoaringBitmap readers, RoaringBitmap reached, RoaringBitmap roots) {
    RoaringBitmap all = readers.clone();
    RoaringBitmap named = roots.clone();
    for (int each : reached.toArray()) {
      for (int group : estate.people.declaredGroups(each).toArray()) {
        all.or(estate.membership.behind(group));
      }
    }
    RoaringBitmap uncleared = estate.people.uncleared(all, power.rank(), power.alike());
    OptionalInt lowest = estate.people.lowestClearance(uncleared);
    return lowest.isPresent() && power.rank() > lowest.getAsInt()
        ? Optional.of(
            new Readers(
                RoaringBitmap.or(named, estate.people.declaredGroups(power.holder())),
                all,
                uncleared,
                power.rank(),
                lowest.getAsInt()))
        : Optional.empty();
  }

  private Crossing crossing(
      Subject subject,
      Power power,
      String through,
      FastList<Hop> hops,
      Weakest weakest,
      Readers admitted,
      boolean raised,
      boolean capped) {
    Severity severity = Severity.of(admitted.base(), weakest.weight(), raised);
    Severity cut = capped ? severity.min(Severity.MEDIUM) : severity;
    hops.add(changes(power));
    hops.add(admits(power, admitted));
    return new Crossing(
        Crossing.Kind.ADVICE,
        Crossing.Route.PERSON,
        subject.agent().id(),
        power.object(),
        through,
        power.verb(),
        estate.id(power.holder()),
        estate.levelName(power.rank()),
        cut,
        audience(admitted),
        weakest.tier(),
        weakest.uses(),
        weakest.bypassed(),
        new ExposurePath(hops.toImmutable(), cut));
  }

  private Audience audience(Readers admitted) {
    RoaringBitmap roots = new RoaringBitmap();
    for (int root : admitted.roots().toArray()) {
      boolean inside =
          admitted.roots().stream()
              .anyMatch(other -> other != root && estate.membership.below(other).contains(root));
      if (!inside) {
        roots.add(root);
      }
    }
    return estate.people.shown(admitted.uncleared(), admitted.all(), roots);
  }

  private Hop changes(Power power) {
    String holder = estate.id(power.holder());
    String gates =
        power.gates().isEmpty()
            ? "; no gate stands before it"
            : power
                .gates()
                .collect(
                    gate ->
                        gate.counts()
                            ? "; the gate " + gate.id() + " stands before it"
                            : "; the gate " + gate.id() + " does not bind: " + gate.why())
                .makeString("");
    return new Hop(
        holder,
        Words.hop(power.verb()),
        power.object(),
        power.right().grant()
            + " lets "
            + holder
            + " "
            + Words.todo(power.verb())
            + " "
            + power.object()
            + gates,
        power.right().origin(),
        power.right().isUndecided() ? Certainty.ASSUMED : power.right().certainty());
  }

  private Hop admits(Power power, Readers admitted) {
    int root = admitted.worstRoot(estate);
    int worst = root >= 0 ? root : admitted.uncleared().first();
    String who = estate.id(worst);
    Heads heads =
        estate.headCount.of(
            RoaringBitmap.and(estate.membership.behind(worst), admitted.uncleared()));
    String level = estate.assumed.levels().name(admitted.rank());
    String cleared =
        admitted.lowest() < 0
            ? "from outside"
            : "cleared for " + estate.assumed.levels().name(admitted.lowest());
    return new Hop(
        power.object(),
        Hop.Kind.ADMITS,
        who,
        (heads.equals(Heads.NOBODY) ? "people behind " + who + " are" : some(heads, who))
            + " not cleared for "
            + level
            + " data (the lowest "
            + (heads.equals(Heads.of(1)) ? "is " : "are ")
            + cleared
            + "), and could be let in",
        estate
            .assumed
            .principal(who)
            .map(known -> known.clearance().originOr(known.origin()))
            .orElse(Origin.BUILT_IN),
        Certainty.DECLARED);
  }

  private static String some(Heads heads, String of) {
    return heads + " of " + of + (heads.equals(Heads.of(1)) ? " is" : " are");
  }

  /** The mirror: an untrusted writer feeds the agent, and one who reads its advice acts on data. */
  void steering(Subject subject, Found found) {
    ImmutableList<Askers.Feeder> untrusted =
        subject.feeders().select(feeder -> estate.people.hasOutsiders(feeder.principal()));
    if (untrusted.isEmpty() || !subject.answersPeople()) {
      return;
    }
    Askers.Feeder feeder = untrusted.getFirst();
    targets
        .sinks(subject.ways(), way -> true)
        .forEachKeyValue(
            (place, ways) -> {
              if (Doings.isChannel(estate.assumed, place)) {
                for (Power power : movers) {
                  RoaringBitmap reached =
                      RoaringBitmap.and(estate.people.audience(place), power.people());
                  if (!reached.isEmpty()) {
                    FastList<Hop> hops = FastList.newListWith(feeder.hop());
                    Weakest weakest =
                        Weakest.of(
                            estate, Lists.immutable.of(ways), Lists.immutable.of(power.gates()));
                    hops.addAll(
                        Hops.to(
                                estate.assumed,
                                subject.agent().id(),
                                weakest.ways().getFirst(),
                                place)
                            .castToList());
                    String who = reader(power, reached);
                    hops.add(readBy(estate.id(place), place, who, reached));
                    standsFor(who, power).ifPresent(hops::add);
                    found.add(
                        steered(subject, power, estate.id(place), hops, weakest), isKnown(power));
                  }
                }
              }
            });
    if (estate.assumed.repliesToRequester(subject.agent())) {
      for (Askers.Asker asker : subject.askers()) {
        for (Power power : movers) {
          RoaringBitmap behind = estate.membership.behind(asker.principal());
          // An outsider who asks for himself is steered by nobody but himself.
          if (!estate.rights.isOutside(asker.principal())
              && RoaringBitmap.intersects(behind, power.people())) {
            FastList<Hop> hops = FastList.newListWith(feeder.hop(), asker.hop());
            String who = reader(power, RoaringBitmap.and(behind, power.people()));
            hops.add(reply(subject, asker, who));
            standsFor(who, power).ifPresent(hops::add);
            Weakest weakest =
                Weakest.of(estate, Lists.immutable.empty(), Lists.immutable.of(power.gates()));
            found.add(
                steered(subject, power, estate.id(asker.principal()), hops, weakest),
                isKnown(power));
          }
        }
      }
    }
  }

  private Crossing steered(
      Subject subject, Power power, String reader, FastList<Hop> hops, Weakest weakest) {
    Severity severity = Severity.of(power.rank(), weakest.weight(), true);
    hops.add(changes(power));
    return new Crossing(
        Crossing.Kind.STEERING,
        Crossing.Route.PERSON,
        subject.agent().id(),
        power.object(),
        reader,
        power.verb(),
        estate.id(power.holder()),
        estate.levelName(power.rank()),
        severity,
        estate.people.shown(power.people(), power.people(), RoaringBitmap.bitmapOf(power.holder())),
        weakest.tier(),
        weakest.uses(),
        weakest.bypassed(),
        new ExposurePath(hops.toImmutable(), severity));
  }
}
