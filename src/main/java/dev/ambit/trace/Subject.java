package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.roaringbitmap.RoaringBitmap;

/**
 * An agent as the subject of findings: what it can do by itself and through the agents it calls,
 * who asks it and who feeds it.
 *
 * @param ways its own come first
 * @param feeders whose words reach it, also through an agent it calls
 * @param isFedByUntrusted whether one of the feeders stands outside the organisation
 */
record Subject(
    Agent agent,
    Doing own,
    ImmutableList<Callee> callees,
    ImmutableList<Way> ways,
    ImmutableList<Askers.Asker> askers,
    ImmutableList<Askers.Feeder> feeders,
    boolean isFedByUntrusted,
    boolean isUnattended,
    boolean answersPeople) {

  static Subject of(Estate estate, Agent agent) {
    Doing own = estate.doing(agent);
    ImmutableList<Callee> callees = Callee.of(estate, agent);
    FastList<Way> ways = FastList.newList(own.ways().castToList());
    FastList<Askers.Feeder> feeders = FastList.newList(estate.askers.feeders(agent).castToList());
    RoaringBitmap askers = estate.askers.of(agent);
    for (Callee callee : callees) {
      for (Way way : estate.doing(callee.agent()).ways()) {
        if (way.source() != Way.Source.MEMORY) {
          ways.add(callee.of(callee.bound() ? asAsker(estate, askers, way) : way));
        }
      }
    }
    for (Agent called : callees.collect(Callee::agent).distinct()) {
      feeders.addAllIterable(
          estate.askers.feeders(called).reject(feeder -> feeder.source().isEmpty()));
    }
    return new Subject(
        agent,
        own,
        callees,
        ways.toImmutable(),
        estate.askers.all(agent),
        feeders.toImmutable(),
        feeders.anySatisfy(feeder -> estate.people.hasOutsiders(feeder.principal())),
        estate.assumed.isUnattended(agent),
        estate.askers.answersPeople(agent));
  }

  /** A called agent that checks the first requester again does only what that one may. */
  private static Way asAsker(Estate estate, RoaringBitmap askers, Way way) {
    boolean personal = way.verb() == Verb.PUBLISH || way.verb() == Verb.EGRESS;
    return personal
        ? way
        : way.withTargets(
            Selected.of(
                way.targets(),
                node -> {
                  for (int asker : askers.toArray()) {
                    if (estate.rights.can(asker, way.verb(), node)) {
                      return true;
                    }
                  }
                  return false;
                }));
  }

  ImmutableList<Way> ways(Verb verb) {
    return ways.select(way -> way.verb() == verb);
  }
}
