package dev.ambit.connect;

/**
 * A secret that a configuration holds or refers to, as recognised while reading. It lives only as
 * long as its file is read: what is kept is the kind and the place.
 *
 * @param kind what it looks like: {@code github-token}, {@code password}, {@code api-key}, …
 * @param inline whether the secret itself stands in the file, and not only a reference to it
 * @param value the secret itself; empty for a reference
 */
public record Secret(String kind, boolean inline, String value) {

  /** A secret that stands in the file. */
  public static Secret literal(String kind, String value) {
    return new Secret(kind, true, value);
  }

  /** The file says where the secret is to be found, or leaves a blank for it. */
  public static Secret reference(String kind) {
    return new Secret(kind, false, "");
  }

  /** Never the value: a record prints itself into logs and assertion messages. */
  @Override
  public String toString() {
    return kind + (inline ? " (literal)" : " (reference)");
  }
}
