package dev.ambit.model;

import java.util.Comparator;

/**
 * A fact that is known only after judging and may differ between the cases: what the table of what
 * is not said, containment or time make of what the input says.
 *
 * @param about the node it is a fact of
 * @param value a word, a number or the id of a node, as the aspect says
 */
public record Judged(String about, Aspect aspect, String value) implements Comparable<Judged> {
  private static final Comparator<Judged> ORDER =
      Comparator.comparing(Judged::about)
          .thenComparing(Judged::aspect)
          .thenComparing(Judged::value);

  /** What the fact is about. */
  public enum Aspect {
    /** Of an agent: a tool it can call, listed or by omission; a node. */
    HAS_TOOL,
    /** Of a tool: a verb; all that an unlisted one may have are given at worst. */
    EFFECT,
    /** Of an agent: a clause that says why its actions cannot be reconstructed. */
    AUDIT_FLAW,
    /** Of an agent: a principal that answers for it and is there; a node. */
    ANSWERABLE,
    /** Of an agent: under whose name it posts without a machine label; a node. */
    UNMARKED,
    /** Of an agent: that the input says what it was tried on, be it nothing. */
    PILOTED,
    /** Of an agent: that nobody else can stop it; {@code local} or {@code none}. */
    NO_STOP,
    /** Of an agent: that it runs with nobody watching. */
    UNATTENDED,
    /** Of an agent: an indexed asset whose label nothing is shown to honour; a node. */
    LABEL_ONLY,
    /** Of an agent: that more people than a large audience get its answers. */
    MANY_READERS,
    /** Of an agent: a credential that it carries; a node. */
    CARRIES,
    /** Of a credential: a clause that says why it is old or idle. */
    CREDENTIAL_FLAW,
    /** Of a credential: the highest rank that it can read, as a number. */
    READS_RANK,
    /** Of a credential: that it can change something in production. */
    CHANGES_PRODUCTION,
    /** Of a credential: that it reads or changes much: something confidential, or by a wildcard. */
    BULK
  }

  @Override
  public int compareTo(Judged other) {
    return ORDER.compare(this, other);
  }
}
