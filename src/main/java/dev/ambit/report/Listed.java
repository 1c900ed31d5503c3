package dev.ambit.report;

import org.eclipse.collections.api.list.ImmutableList;

/** Names in a row, as a sentence has them. */
public final class Listed {
  private Listed() {}

  /** "a", "a and b", "a, b and c", "a, b, c and 4 more"; empty for none. */
  public static String of(ImmutableList<String> names, int most) {
    return of(names, most, names.size());
  }

  /** The same where the list is only the beginning of a longer one. */
  public static String of(ImmutableList<String> names, int most, int total) {
    ImmutableList<String> shown = names.take(most);
    int more = total - shown.size();
    if (more > 0) {
      return shown.makeString(", ") + " and " + Counted.number(more) + " more";
    }
    return shown.size() < 2
        ? shown.makeString("")
        : shown.take(shown.size() - 1).makeString(", ") + " and " + shown.getLast();
  }
}
