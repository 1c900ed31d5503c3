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

  /**
   * Whether a way lets the agent change a thing at will: not what is written about it or by its
   * memory, and not where a client or the thing itself asks somebody first.
   */
  static boolean changes(Way way) {
    boolean changing =
        way.verb() == Verb.WRITE || way.verb() == Verb.ADMINISTER || way.verb() == Verb.DELETE;
    return changing
        && way.source() != Way.Source.LOG
        && way.source() != Way.Source.MEMORY
        && way.tier() == 0;
  }

  ImmutableList<Way> ways(Verb verb) {
    return ways.select(way -> way.verb() == verb);
  }
}
