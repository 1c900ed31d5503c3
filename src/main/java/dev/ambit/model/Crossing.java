package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Comparator;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A path that was found, for each (kind, route, agent, asset, through) at most one. Sorted by
 * these.
 *
 * @param asset what is exposed, opened or destroyed
 * @param through the channel, the person's right (a grant id) or the requester the path goes
 *     through
 * @param verb what is done at the end of the path: read for an exposure
 * @param by the principal whose right it is, where people carry it out; else empty
 * @param level name of the level it is judged by; empty where no level decides
 * @param severity of its worst combination of ways, in the case that is judged
 * @param tier of the strongest gate that counts on the weakest way: 3 or 4; 0 if none does
 * @param gates all gates on the ways, with what they count
 * @param bypassed ids of gates that stand on one way and not on another, sorted
 * @param path the witness: of the worst ways the shortest
 */
@RecordBuilder
public record Crossing(
    Kind kind,
    Route route,
    String agent,
    String asset,
    String through,
    Verb verb,
    String by,
    String level,
    Severity severity,
    Audience audience,
    int tier,
    ImmutableList<GateUse> gates,
    ImmutableList<String> bypassed,
    ExposurePath path)
    implements Comparable<Crossing>, CrossingBuilder.With {
  private static final Comparator<Crossing> ORDER =
      Comparator.comparing(Crossing::kind)
          .thenComparing(Crossing::agent)
          .thenComparing(Crossing::asset)
          .thenComparing(Crossing::through)
          .thenComparing(Crossing::route)
          .thenComparing(Crossing::verb)
          .thenComparing(Crossing::by)
          .thenComparing(Crossing::severity, Comparator.reverseOrder());

  /** The kinds of path of contract/semantics.md. */
  public enum Kind {
    ACTION,
    ADVICE,
    DEPUTY,
    DESTRUCTION,
    /** Who steers the readers of an agent's advice: the mirror of advice. */
    STEERING,
    /** Escalation: the agent changes who has access. */
    SHARING,
    /** Escalation: the agent becomes a stronger principal. */
    BECOMING,
    /** Data without a level in reach; it speaks for every path to that data. */
    UNCLASSIFIED,
    /** A wildcard or administrator grant that the agent holds; {@code asset} is the grant. */
    HOLDING,
    /** A deed whose only gate is words to the model; {@code asset} is the gate. */
    WORDS,
    /** A gate that can be passed by; {@code asset} is the gate. */
    PASSING,
    /** An approver who is no check; {@code asset} is the gate, {@code through} the approver. */
    UNFIT,
    /** Posting to more people than asked; {@code asset} is the channel. */
    WIDENING,
    /** Untrusted input, private data and a way out in one session. */
    THREE_LEGS,
    /** Anyone can start the agent; {@code asset} is the agent. */
    OPEN,
    /** The agent is driven to use a stronger one; {@code asset} is the stronger agent. */
    DRIVING,
    /** The agent can change what limits it. */
    UNLIMITING,
    /** The agent can write what a stronger principal runs; {@code asset} is that principal. */
    TAINTING,
    /** A credential it was not given is within reach; {@code asset} is the credential. */
    TAKING,
    /** A right that is unused, or outside the declared need. */
    EXCESS,
    /** A person's full rights; {@code asset} is the person. */
    INHERITING;

    /** Whether it is a path from data to people, and so counts for the agent's worst. */
    public boolean isPath() {
      return this == ACTION
          || this == ADVICE
          || this == DEPUTY
          || this == DESTRUCTION
          || this == STEERING;
    }
  }

  /** By which way the content leaves, so that one flaw is told by one rule. */
  public enum Route {
    /** Read by tool or credential, published or written elsewhere. */
    PUBLISH,
    /** Returned to the one who asked. */
    REPLY,
    /** Answered from knowledge that is not filtered by reader. */
    KNOWLEDGE,
    /** Sent out of the organisation. */
    EGRESS,
    /** Kept in memory. */
    MEMORY,
    /** By a person with power who reads the advice. */
    PERSON,
    /** By what the agent itself can do. */
    DEED
  }

  @Override
  public int compareTo(Crossing other) {
    return ORDER.compare(this, other);
  }
}
