package dev.ambit.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something a reader of the report must know about the input.
 *
 * @param text one sentence in small letters: what is the matter, and what to do about it
 */
public record Note(Kind kind, String text, Origin origin) implements Comparable<Note> {
  private static final Comparator<Note> ORDER =
      Comparator.comparing(Note::kind).thenComparing(Note::origin).thenComparing(Note::text);

  private static final String WAIVER = "waiver ";
  private static final String THIS_WAIVER = "this waiver ";

  /** What is the matter with a decision about findings; {@code id} may be empty. */
  public static Note ofWaiver(String id, String what, Origin origin) {
    return new Note(Kind.NOTE, (id.isEmpty() ? THIS_WAIVER : WAIVER + id + " ") + what, origin);
  }

  /** Whether it speaks of a waiver that does not stand. */
  public boolean isOfWaiver() {
    return kind == Kind.NOTE && (text.startsWith(WAIVER) || text.startsWith(THIS_WAIVER));
  }

  /** What a note means for the verdict. */
  public enum Kind {
    /** An input, or a record of it, could not be read: the run can no longer pass. */
    ERROR,
    /** A rule hit its limit, so it did not judge: the run can no longer pass. */
    NOT_JUDGED,
    /** A file that no connector claims. */
    UNCLAIMED,
    /** Something odd that changes nothing by itself. */
    NOTE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(Note other) {
    return ORDER.compare(this, other);
  }
}
