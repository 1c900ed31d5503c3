package dev.ambit.connect;

/**
 * A document read from front to back, token by token, so that a file need never be in memory as a
 * whole. Depth and length of every token are bounded.
 */
public interface Tokens extends AutoCloseable {
  /** Levels of nesting that a document may have. */
  int DEPTH = 200;

  /** What comes next in a document. */
  enum Token {
    OBJECT,
    END_OBJECT,
    LIST,
    END_LIST,
    KEY,
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL,
    /** The document is complete; comes again when asked again. */
    END
  }

  /**
   * The next token. A key comes before its value; objects and lists are always closed.
   *
   * @throws InputException if the document breaks here
   * @throws java.io.UncheckedIOException if the bytes cannot be read
   */
  Token next();

  /**
   * The current key or scalar: text as meant, numbers and booleans as written.
   *
   * @throws InputException if half a character stands in it
   */
  String text();

  /** The line on which the current token begins, from 1. */
  int line();

  /** Whether the same key twice in one object is an error; else the last one counts. */
  boolean refusesDuplicates();

  @Override
  void close();
}
