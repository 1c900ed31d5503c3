package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;

/** What must say yes first. */
@RecordBuilder
public record Gate(
    String id,
    Origin origin,
    Strength strength,
    Refs approvers,
    Said<Boolean> independent,
    Refs exempt,
    boolean logOnly,
    boolean remembersConsent,
    Said<Ref> heldIn,
    Said<Integer> approvalsPerDay,
    Certainty certainty)
    implements Fact, GateBuilder.With {

  /** What enforces it, weakest first; the position is the tier. Only HOST and RESOURCE count. */
  public enum Strength {
    NONE,
    /** Words to the model. */
    PROMPT,
    /** A tool the agent may choose to call. */
    ADVISORY,
    /** The client or framework stops the call. */
    HOST,
    /** The thing itself refuses. */
    RESOURCE,
    /**
     * An approval setting that cannot be decoded, or a gate that nothing declares: none at worst,
     * resource at best.
     */
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A gate of which nothing but its strength is said. */
  public static Gate of(String id, Strength strength, Origin origin) {
    return new Gate(
        id,
        origin,
        strength,
        Refs.NOT_SAID,
        Said.nothing(),
        Refs.NOT_SAID,
        false,
        false,
        Said.nothing(),
        Said.nothing(),
        Certainty.DECLARED);
  }
}
