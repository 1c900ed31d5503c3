package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * Answers about who can reach what, closed over groups, roles, containers and calls. They are
 * computed on demand: nobody holds all pairs. Lists are sorted and hold ids.
 */
public interface Reach {
  /** Relations that are answered, not stored. The subject of all but the last three is an agent. */
  enum Relation {
    ACTS_AS,
    READS,
    WRITES,
    DELETES,
    SHARES,
    ADMINISTERS,
    EXECUTES,
    PUBLISHES_TO,
    REPLIES_TO,
    INVOKED_BY,
    FED_BY,
    CALLS,
    /** A channel or asset, and the principals who read it. */
    READ_BY
  }

  /** Who stands on the left of the relation with at least one on the right. */
  ImmutableList<String> subjects(Relation relation);

  ImmutableList<String> objects(Relation relation, String subject);

  ImmutableList<String> subjects(Relation relation, String object);

  boolean holds(Relation relation, String subject, String object);
}
