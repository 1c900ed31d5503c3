package dev.ambit.trace;

import dev.ambit.model.Certainty;
import dev.ambit.model.Crossing;
import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Right;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;

/** What is wrong with a grant or a gate as it stands, whoever might be exposed by it. */
final class StandingPaths {
  private static final Verbs HARMLESS = Verbs.of(Verb.DISCOVER, Verb.INVOKE);

  private final Estate estate;

  StandingPaths(Estate estate) {
    this.estate = estate;
  }

  void of(Subject subject, Found found) {
    holds(subject, found);
    onlyWords(subject, found);
  }

  /** A wildcard or administrator grant of one of the principals that the agent acts as. */
  private void holds(Subject subject, Found found) {
    for (Actor actor : subject.own().actors()) {
      if (actor.how() == Actor.How.TAKEN) {
        continue;
      }
      for (Right right : estate.rights.allowed(actor.principal())) {
        Verbs verbs = right.verbs().without(HARMLESS);
        if (right.wide() && !verbs.isEmpty()) {
          hold(subject, actor, right, verbs.all().getFirst(), found);
        }
      }
    }
  }

  private void hold(Subject subject, Actor actor, Right right, Verb verb, Found found) {
    int rank = estate.ranks.highest(estate.rights.undenied(actor.principal(), right, verb));
    boolean restricted = rank >= 0 && estate.assumed.levels().isRestricted(rank);
    String as = estate.id(actor.principal());
    Hop holds =
        new Hop(
            as,
            Hop.Kind.HOLDS,
            right.grant(),
            right.grant()
                + " lets "
                + as
                + " "
                + (right.verbs().equals(Verbs.ANY) ? "do anything to" : Words.todo(right.verbs()))
                + " "
                + (right.pattern().equals("*") ? "everything (*)" : right.pattern()),
            right.origin(),
            right.isUndecided() ? Certainty.ASSUMED : right.certainty());
    found.add(
        Paths.of(
            Crossing.Kind.HOLDING,
            subject,
            right.grant(),
            as,
            verb,
            rank < 0 ? "" : estate.levelName(rank),
            restricted ? Severity.CRITICAL : Severity.HIGH,
            Lists.immutable.empty(),
            actor.hops().newWith(holds)),
        true);
  }

  /** A deed that a sentence in the prompt is to hold back, and nothing else. */
  private void onlyWords(Subject subject, Found found) {
    for (Way way : subject.own().ways()) {
      boolean harmless = way.verb() == Verb.READ || way.verb() == Verb.DISCOVER;
      if (harmless || way.tier() > 0) {
        continue;
      }
      for (GateUse gate : way.gates()) {
        if (gate.strength() == Gate.Strength.PROMPT) {
          found.add(words(subject, way, gate), true);
        }
      }
    }
  }

  private Crossing words(Subject subject, Way way, GateUse gate) {
    FastList<Integer> touched = FastList.newList();
    way.targets().forEach(touched::add);
    boolean internal = touched.allSatisfy(this::isInternal) && touched.notEmpty();
    ImmutableList<Hop> hops =
        Hops.to(
            estate.assumed, subject.agent().id(), way, touched.isEmpty() ? -1 : touched.getFirst());
    return Paths.of(
        Crossing.Kind.WORDS,
        subject,
        gate.id(),
        way.via(),
        way.verb(),
        "",
        way.reversible() && internal ? Severity.MEDIUM : Severity.HIGH,
        Lists.immutable.of(gate),
        hops);
  }

  /** Nobody outside reads the target or is changed by it, and it is not above rank 1. */
  private boolean isInternal(int node) {
    if (estate.ranks.highestIn(node) > 1
        || (estate.ranks.isData(node) && estate.ranks.judged(node) > 1)) {
      return false;
    }
    for (int reader : estate.people.audience(node).toArray()) {
      if (estate.rights.isOutside(reader)) {
        return false;
      }
    }
    return true;
  }
}
