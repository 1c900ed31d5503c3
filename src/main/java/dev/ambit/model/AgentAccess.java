package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * What one agent is for, what it can do, who hears it and who steers it: in the worst case, as the
 * input names things. For the reader of a report who has to answer for the agent.
 *
 * @param purpose as said; may be empty
 * @param actsAs the principals it acts as, sorted
 * @param deeds what it can do: highest level first, at most {@link #SHOWN}
 * @param deedsTotal how many there are
 * @param outlets the channels it can post to, sorted, at most {@link #SHOWN}
 * @param answersAskers whether the one who asks gets an answer
 * @param askers the principals that may ask it, sorted, at most {@link #SHOWN}
 * @param asking how many people these are
 * @param feeders who writes what it reads, those outside the organisation first
 * @param approvals the gates before its deeds, sorted
 */
public record AgentAccess(
    String agent,
    String purpose,
    boolean unattended,
    ImmutableList<String> actsAs,
    ImmutableList<Deed> deeds,
    int deedsTotal,
    ImmutableList<Outlet> outlets,
    boolean answersAskers,
    ImmutableList<String> askers,
    Heads asking,
    ImmutableList<Feeder> feeders,
    ImmutableList<Approval> approvals) {
  /** So many of a kind are kept for each agent; the totals know of the rest. */
  public static final int SHOWN = 40;

  /**
   * One verb on one thing, as a tool or a grant names it.
   *
   * @param on a thing, a container or a pattern
   * @param things how many things that covers
   * @param level the highest known among them; empty if none is known
   * @param via the tool, grant or property that makes it so
   * @param as the principal it is done as; empty if none is named
   */
  public record Deed(
      Verb verb,
      String on,
      int things,
      String level,
      String via,
      String as,
      ImmutableList<GateUse> gates,
      Certainty certainty,
      Origin origin) {
    /** Whether somebody or something that counts has to agree first. */
    public boolean isGated() {
      return gates.anySatisfy(GateUse::counts);
    }
  }

  /** A channel it can post to, and who reads that. */
  public record Outlet(
      String channel, Heads audience, ImmutableList<String> readers, ImmutableList<GateUse> gates) {
    public boolean isGated() {
      return gates.anySatisfy(GateUse::counts);
    }
  }

  /**
   * Somebody whose words reach it.
   *
   * @param through the channel or asset; empty for one who asks
   */
  public record Feeder(String who, String through, boolean outsider, Origin origin) {}

  /**
   * A gate before one of its deeds.
   *
   * @param approvers as named; empty if nobody is
   */
  public record Approval(GateUse gate, ImmutableList<String> approvers) {}
}
