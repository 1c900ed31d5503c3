package dev.ambit.model;

import java.util.Locale;

/**
 * How many people. A number, or one of the built-in principals, which have none.
 *
 * @param count 0 where {@code word} is given
 * @param atLeast whether there may be more: groups of unknown overlap, or unlisted members
 * @param word {@code everyone}, {@code internet} or {@code authenticated}; empty for a number
 */
public record Heads(long count, boolean atLeast, String word) {
  public static final Heads NOBODY = new Heads(0, false, "");

  public static Heads of(long count) {
    return new Heads(count, false, "");
  }

  public static Heads atLeast(long count) {
    return new Heads(count, true, "");
  }

  public static Heads of(Builtin builtin) {
    return new Heads(0, false, builtin.id());
  }

  public boolean isNumber() {
    return word.isEmpty();
  }

  /**
   * "nobody", "1 person", "4,188 people", "at least 12 people", "everyone", "anyone on the
   * internet".
   */
  @Override
  public String toString() {
    if (!isNumber()) {
      return word.equals("internet")
          ? "anyone on the internet"
          : word.equals("authenticated") ? "anyone who can sign in" : "everyone";
    }
    String people =
        count == 0
            ? "nobody"
            : count == 1 ? "1 person" : String.format(Locale.ROOT, "%,d people", count);
    return atLeast && count > 0 ? "at least " + people : people;
  }
}
