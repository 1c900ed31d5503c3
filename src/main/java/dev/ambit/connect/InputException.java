package dev.ambit.connect;

import dev.ambit.model.Note;
import dev.ambit.model.Origin;

/**
 * An input is wrong, and the person who wrote it can put it right. Its message is one line: {@code
 * file:line pointer: what is wrong. What to do}.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Origin origin;
  private final String what;
  private final String remedy;

  /**
   * @param what what is wrong, in small letters, without a full stop; never with a secret in it
   * @param remedy what to do about it, as a sentence without its full stop
   */
  public InputException(Origin origin, String what, String remedy) {
    super(origin + ": " + sentence(what, remedy));
    this.origin = origin;
    this.what = what;
    this.remedy = remedy;
  }

  public InputException(Origin origin, String what, String remedy, Throwable cause) {
    this(origin, what, remedy);
    initCause(cause);
  }

  /** Where it stands. */
  public Origin origin() {
    return origin;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** The same as an error note, which carries the place beside the text. */
  public Note note() {
    return new Note(Note.Kind.ERROR, sentence(what, remedy), origin);
  }

  private static String sentence(String what, String remedy) {
    return what + ". " + remedy;
  }
}
