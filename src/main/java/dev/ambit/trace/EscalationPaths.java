package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Crossing;
import dev.ambit.model.Hop;
import dev.ambit.model.Right;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.roaringbitmap.RoaringBitmap;

/**
 * Escalation: the agent can open data to others, or become more than it is. Its findings have the
 * levels of contract/rules.csv; nothing is added to them.
 */
final class EscalationPaths {
  private final Estate estate;
  private final Targets targets;

  EscalationPaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
  }

  void of(Subject subject, Found found) {
    for (Verb verb : new Verb[] {Verb.SHARE, Verb.ADMINISTER}) {
      targets
          .of(subject.ways(verb))
          .forEachKeyValue((node, ways) -> shares(subject, verb, node, ways, found));
    }
    becomes(subject, found);
    rewritesItself(subject, found);
  }

  private void shares(Subject subject, Verb verb, int node, ImmutableList<Way> ways, Found found) {
    boolean known = estate.ranks.isKnown(node);
    int rank = estate.ranks.highestIn(node);
    if (!estate.ranks.isData(node) || (rank < 1 && (known || estate.ranks.judged(node) < 1))) {
      return;
    }
    Weakest weakest = Weakest.of(estate, Lists.immutable.of(ways), Lists.immutable.empty());
    int judged = Math.max(rank, known ? rank : estate.ranks.judged(node));
    boolean critical =
        estate.assumed.levels().isRestricted(judged) || (judged >= 2 && weakest.weight() == 0);
    Severity severity = critical ? Severity.CRITICAL : Severity.HIGH;
    Way way = weakest.ways().getFirst();
    found.add(
        Paths.of(
            Crossing.Kind.SHARING,
            subject,
            estate.id(node),
            "",
            verb,
            estate.levelName(judged),
            severity,
            weakest.uses(),
            Hops.to(estate.assumed, subject.agent().id(), way, node)),
        rank >= 1);
  }

  private void becomes(Subject subject, Found found) {
    boolean impersonates =
        subject.agent().identity().or(Agent.Mode.OWN) == Agent.Mode.IMPERSONATION;
    ImmutableList<Actor> own = subject.own().actors().select(actor -> isBase(actor, impersonates));
    for (Actor actor : subject.own().actors()) {
      boolean obtained =
          !isBase(actor, impersonates)
              && (actor.how() != Actor.How.TAKEN || actor.credential().isEmpty());
      if (obtained && isStronger(actor.principal(), own)) {
        found.add(became(subject, actor.principal(), actor.hops()), true);
      }
    }
  }

  private static boolean isBase(Actor actor, boolean impersonates) {
    return actor.how() == Actor.How.GIVEN
        && !(impersonates && actor.hops().size() == 1 && actor.credential().isEmpty());
  }

  /** Whether the principal can do something that none of the others can. */
  private boolean isStronger(int principal, ImmutableList<Actor> others) {
    return isStronger(estate, principal, others);
  }

  /** Whether the principal can do something that nothing the agent acts as can. */
  static boolean isStronger(Estate estate, int principal, Subject subject) {
    return isStronger(estate, principal, subject.own().actors());
  }

  private static boolean isStronger(Estate estate, int principal, ImmutableList<Actor> others) {
    for (Right right : estate.rights.allowed(principal)) {
      for (Verb verb : right.verbs().all()) {
        boolean[] more = {false};
        right
            .targets()
            .forEach(
                node ->
                    more[0] |=
                        node != principal
                            && !estate.rights.isDenied(principal, verb, node)
                            && others.noneSatisfy(
                                other -> estate.rights.can(other.principal(), verb, node)));
        if (more[0]) {
          return true;
        }
      }
    }
    return false;
  }

  private Crossing became(Subject subject, int principal, ImmutableList<Hop> hops) {
    boolean critical =
        isAdministrator(principal) || estate.assumed.levels().isRestricted(highestReach(principal));
    return Paths.of(
        Crossing.Kind.BECOMING,
        subject,
        estate.id(principal),
        "",
        Verb.ASSUME,
        "",
        critical ? Severity.CRITICAL : Severity.HIGH,
        Lists.immutable.empty(),
        hops);
  }

  /** Whether one of its rights is every verb on everything. */
  private boolean isAdministrator(int principal) {
    return estate
        .rights
        .allowed(principal)
        .anySatisfy(
            right ->
                right.wide() && right.pattern().equals("*") && right.verbs().has(Verb.ADMINISTER));
  }

  /** The highest rank of data that the principal may read, change or open. */
  private int highestReach(int principal) {
    int highest = Ranks.UNKNOWN;
    for (Right right : estate.rights.allowed(principal)) {
      highest = Math.max(highest, estate.ranks.highest(right.targets()));
    }
    return highest;
  }

  /** The right to change a principal's own policies is the right to everything. */
  private void rewritesItself(Subject subject, Found found) {
    RoaringBitmap given = new RoaringBitmap();
    subject
        .own()
        .actors()
        .select(actor -> actor.how() == Actor.How.GIVEN)
        .forEach(actor -> given.add(actor.principal()));
    for (Way way : subject.own().ways()) {
      boolean changes = way.verb() == Verb.ADMINISTER || way.verb() == Verb.SHARE;
      boolean byItself = way.actor() < 0 || given.contains(way.actor());
      if (!changes || !byItself) {
        continue; // what it becomes first is told by that
      }
      way.targets()
          .forEach(
              node -> {
                if (given.contains(node) && estate.rights.isPrincipal(node)) {
                  found.add(
                      became(
                          subject, node, Hops.to(estate.assumed, subject.agent().id(), way, node)),
                      true);
                }
              });
    }
  }
}
