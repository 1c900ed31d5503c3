package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.roaringbitmap.RoaringBitmap;

/**
 * What one agent can do by itself, without the agents it calls.
 *
 * @param actors the principals it can act as; what was given comes first
 * @param actorSet their numbers, and the agent's own: who "the actor" is before a gate
 * @param editable assets it can write, administer or delete: a gate or a log in one of them is in
 *     its hands
 */
record Doing(
    Agent agent,
    int node,
    ImmutableList<Actor> actors,
    RoaringBitmap actorSet,
    RoaringBitmap editable,
    ImmutableList<Way> ways) {

  ImmutableList<Way> ways(Verb verb) {
    return ways.select(way -> way.verb() == verb);
  }

  boolean canTake(Verb verb, int target) {
    return ways.anySatisfy(way -> way.verb() == verb && way.targets().has(target));
  }
}
