package dev.ambit.model;

import java.util.Locale;

/**
 * One hop of a path: why the next node is reached from this one, and where in the input that
 * stands. It cannot be built without a reason.
 *
 * @param because one clause in small letters, without a full stop
 * @param origin of what makes it so; of the thing that lacks something, where something is missing
 */
public record Hop(
    String from, Kind kind, String to, String because, Origin origin, Certainty certainty) {

  /** The kinds of hop of contract/result.md. */
  public enum Kind {
    ACTS_AS,
    MEMBER_OF,
    ASSUMES,
    HOLDS,
    USES,
    CALLS,
    IN,
    READS,
    WRITES,
    DELETES,
    EXECUTES,
    PUBLISHES,
    REPLIES,
    READ_BY,
    INVOKED_BY,
    FEEDS,
    CAN_SHARE,
    CAN_ADMINISTER,
    ADMITS,
    BECOMES;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Hop {
    if (because.isBlank()) {
      throw new IllegalArgumentException("a hop says why it holds");
    }
  }
}
