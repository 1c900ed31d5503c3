package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Certainty;
import dev.ambit.model.Crossing;
import dev.ambit.model.Hop;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;

/** How an agent gets at what is stronger than itself: a job, a credential, another agent. */
final class StrongerPaths {
  private final Estate estate;
  private final ImmutableList<Principal> consumers;

  StrongerPaths(Estate estate) {
    this.estate = estate;
    this.consumers =
        estate
            .assumed
            .access()
            .facts()
            .principals()
            .reject(principal -> principal.consumes().all().isEmpty());
  }

  void of(Subject subject, Found found) {
    taints(subject, found);
    takes(subject, found);
    drives(subject, found);
  }

  /** It can write what a principal runs or obeys that can do something it cannot. */
  private void taints(Subject subject, Found found) {
    for (Principal principal : consumers) {
      int node = estate.nodes().number(principal.id());
      for (Ref consumed : principal.consumes().all()) {
        int asset = estate.nodes().number(consumed.id());
        ImmutableList<Way> writing =
            subject
                .ways(Verb.WRITE)
                .select(
                    way ->
                        way.targets().has(asset)
                            && way.source() != Way.Source.LOG
                            && way.source() != Way.Source.MEMORY);
        if (principal.active()
            && writing.notEmpty()
            && !subject.own().actorSet().contains(node)
            && EscalationPaths.isStronger(estate, node, subject)) {
          taint(subject, node, asset, consumed, writing, found);
        }
      }
    }
  }

  private void taint(
      Subject subject,
      int principal,
      int asset,
      Ref consumed,
      ImmutableList<Way> writing,
      Found found) {
    Weakest weakest = Weakest.of(estate, Lists.immutable.of(writing), Lists.immutable.empty());
    if (weakest.weight() > 0) {
      return; // somebody looks at every change before the job runs it
    }
    String name = estate.id(principal);
    Hop obeys =
        new Hop(
            estate.id(asset),
            Hop.Kind.BECOMES,
            name,
            name + " runs what stands in " + estate.id(asset),
            consumed.origin(),
            Certainty.DECLARED);
    found.add(
        Paths.of(
            Crossing.Kind.TAINTING,
            subject,
            name,
            estate.id(asset),
            Verb.WRITE,
            "",
            ScopePaths.changesProduction(estate, principal) ? Severity.CRITICAL : Severity.HIGH,
            weakest.uses(),
            Hops.to(estate.assumed, subject.agent().id(), weakest.ways().getFirst(), asset)
                .newWith(obeys)),
        true);
  }

  /** A credential it was not given lies in what it reads, and reaches more than it does. */
  private void takes(Subject subject, Found found) {
    for (Actor actor : subject.own().actors()) {
      if (actor.how() != Actor.How.TAKEN || actor.credential().isEmpty()) {
        continue;
      }
      int rank = rankBeyond(subject, actor.principal());
      if (rank >= 0) {
        boolean raised = subject.isFedByUntrusted() || subject.isUnattended();
        Severity severity = Severity.of(rank, 0, raised);
        found.add(
            Paths.of(
                Crossing.Kind.TAKING,
                subject,
                actor.credential(),
                estate.id(actor.principal()),
                Verb.ASSUME,
                estate.levelName(rank),
                severity,
                Lists.immutable.empty(),
                actor.hops()),
            true);
      }
    }
  }

  /** The highest rank that the principal reaches and what was given to the agent does not. */
  private int rankBeyond(Subject subject, int principal) {
    int[] highest = {-1};
    for (Right right : estate.rights.allowed(principal)) {
      for (Verb verb : right.verbs().all()) {
        estate
            .rights
            .undenied(principal, right, verb)
            .forEach(
                node -> {
                  int rank = estate.ranks.isData(node) ? estate.ranks.judged(node) : -1;
                  if (rank > highest[0] && !isGiven(subject, verb, node)) {
                    highest[0] = rank;
                  }
                });
      }
    }
    return highest[0];
  }

  private boolean isGiven(Subject subject, Verb verb, int node) {
    return subject
        .own()
        .actors()
        .anySatisfy(
            actor ->
                actor.how() == Actor.How.GIVEN && estate.rights.can(actor.principal(), verb, node));
  }

  /** Who may ask, or feeds, this agent gets by it what only an agent that it calls can do. */
  private void drives(Subject subject, Found found) {
    DeputyPaths deputies = new DeputyPaths(estate);
    for (Agent called : subject.callees().collect(Callee::agent).distinct()) {
      ImmutableList<Way> lent =
          subject
              .callees()
              .select(callee -> callee.agent().equals(called))
              .flatCollect(callee -> estate.doing(called).ways().collect(callee::of))
              .reject(
                  way ->
                      way.bound()
                          || way.source() == Way.Source.LOG
                          || way.source() == Way.Source.MEMORY
                          || isOwn(subject, way));
      deputies.of(
          driven(subject, lent),
          (crossing, known) ->
              found.add(
                  crossing.with(
                      b ->
                          b.kind(Crossing.Kind.DRIVING)
                              .route(Crossing.Route.DEED)
                              .through(crossing.through())
                              .by(crossing.asset())
                              .asset(called.id())),
                  known));
    }
  }

  private static boolean isOwn(Subject subject, Way way) {
    boolean[] all = {!way.targets().isEmpty()};
    way.targets()
        .forEach(
            node ->
                all[0] &=
                    subject
                        .own()
                        .ways()
                        .anySatisfy(own -> own.verb() == way.verb() && own.targets().has(node)));
    return all[0];
  }

  /**
   * The same agent with nothing but what the called one lends, and those who feed it among the
   * askers.
   */
  private Subject driven(Subject subject, ImmutableList<Way> lent) {
    ImmutableList<Askers.Asker> drivers =
        subject
            .askers()
            .newWithAll(
                subject
                    .feeders()
                    .select(feeder -> estate.rights.isPerson(feeder.principal()))
                    .collect(feeder -> new Askers.Asker(feeder.principal(), feeder.hop())))
            .distinctBy(Askers.Asker::principal);
    return new Subject(
        subject.agent(),
        subject.own(),
        subject.callees(),
        lent,
        drivers,
        subject.feeders(),
        subject.isFedByUntrusted(),
        subject.isUnattended(),
        subject.answersPeople());
  }
}
