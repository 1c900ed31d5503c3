package dev.ambit.model;

import java.util.Comparator;

/**
 * Where in the input something was said. A value: equal if file, line and pointer are. An export
 * has millions, so the pointer may be kept in two parts, of which the first is shared by all that
 * stands in one document.
 */
public final class Origin implements Comparable<Origin> {
  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::file).thenComparing(Origin::line).thenComparing(Origin::pointer);

  /**
   * The origin of the built-in principals {@code everyone}, {@code internet}, {@code
   * authenticated}.
   */
  public static final Origin BUILT_IN = new Origin("ambit:built-in", 0, "");

  private final String file;
  private final int line;
  private final String document;
  private final String place;

  /**
   * @param file path relative to the scanned folder, with {@code /}; {@code ambit:...} for tables
   *     that Ambit ships
   * @param line 1-based; 0 where a line has no meaning (a whole file, a shipped table)
   * @param pointer JSON pointer (RFC 6901) into the document; it goes straight on into a document
   *     that stands as a string; empty for the whole document
   */
  public Origin(String file, int line, String pointer) {
    this(file, line, pointer, "");
  }

  /**
   * The same, with the pointer {@code document + place}.
   *
   * @param document beginning of the pointer, the same object for many origins
   * @param place the rest of it, best a constant
   */
  public Origin(String file, int line, String document, String place) {
    if (file.isBlank()) {
      throw new IllegalArgumentException("an origin names a file");
    }
    if (line < 0) {
      throw new IllegalArgumentException("a line is not negative: " + line);
    }
    this.file = file;
    this.line = line;
    this.document = document;
    this.place = place;
  }

  /** A whole file. */
  public static Origin ofFile(String file) {
    return new Origin(file, 0, "");
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }

  public String pointer() {
    return document.concat(place);
  }

  /** The beginning of the pointer, which may be one object for many origins. */
  public String document() {
    return document;
  }

  /** The rest of the pointer; often one of a few. */
  public String place() {
    return place;
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Origin that
            && line == that.line
            && file.equals(that.file)
            && pointer().equals(that.pointer()));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + pointer().hashCode();
  }

  /** {@code file:line pointer}, without the parts that are empty. */
  @Override
  public String toString() {
    String pointer = pointer();
    return file + (line > 0 ? ":" + line : "") + (pointer.isEmpty() ? "" : " " + pointer);
  }
}
