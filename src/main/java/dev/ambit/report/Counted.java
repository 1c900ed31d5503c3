package dev.ambit.report;

import java.util.Locale;

/** Numbers as they stand in a sentence: 0, 1, 2 and 1,000 read right. */
public final class Counted {
  private Counted() {}

  /** "1,204". */
  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** "no findings", "1 finding", "1,204 findings". */
  public static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  /** As {@link #of(long, String)}, for words whose plural is not made with an s. */
  public static String of(long count, String one, String many) {
    return (count == 0 ? "no" : number(count)) + " " + (count == 1 ? one : many);
  }

  /** The word that goes with the count: "is" or "are", "has" or "have". */
  public static String verb(long count, String one, String many) {
    return count == 1 ? one : many;
  }
}
