package dev.ambit.stress;

/**
 * A gate, a deny, a boundary or a membership that can fail.
 *
 * @param key what it is known by in the facts
 * @param name as people call it
 */
public record Control(Kind kind, String key, String name) {

  /** In the order in which they are tried. */
  public enum Kind {
    GATE,
    /** A grant that denies. */
    DENY,
    /** A statement of a policy that denies, wherever the policy hangs. */
    STATEMENT,
    /** A boundary, for all whom it binds. */
    BOUNDARY,
    /** Whoever is no longer in a group has neither its clearance nor what is denied to it. */
    MEMBERSHIP;

    /**
     * Whether its failing takes nothing from anybody: then what several open together holds all
     * that each of them opens.
     */
    public boolean onlyOpens() {
      return this != MEMBERSHIP;
    }
  }

  /** "gate sign". */
  public String what() {
    return switch (kind) {
      case GATE -> "gate " + name;
      case DENY, STATEMENT -> "deny " + name;
      case BOUNDARY -> "boundary " + name;
      case MEMBERSHIP -> "membership of " + name;
    };
  }
}
