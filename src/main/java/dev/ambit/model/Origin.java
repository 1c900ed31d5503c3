package dev.ambit.model;

import java.util.Comparator;

/**
 * Where in the input something was said.
 *
 * @param file path relative to the scanned folder, with {@code /}; {@code ambit:...} for tables
 *     that Ambit ships
 * @param line 1-based; 0 where a line has no meaning (a whole file, a shipped table)
 * @param pointer JSON pointer (RFC 6901) into the document; it goes straight on into a document
 *     that stands as a string; empty for the whole document
 */
public record Origin(String file, int line, String pointer) implements Comparable<Origin> {
  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::file).thenComparing(Origin::line).thenComparing(Origin::pointer);

  /**
   * The origin of the built-in principals {@code everyone}, {@code internet}, {@code
   * authenticated}.
   */
  public static final Origin BUILT_IN = new Origin("ambit:built-in", 0, "");

  public Origin {
    if (file.isBlank()) {
      throw new IllegalArgumentException("an origin names a file");
    }
    if (line < 0) {
      throw new IllegalArgumentException("a line is not negative: " + line);
    }
  }

  /** A whole file. */
  public static Origin ofFile(String file) {
    return new Origin(file, 0, "");
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line pointer}, without the parts that are empty. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (pointer.isEmpty() ? "" : " " + pointer);
  }
}
