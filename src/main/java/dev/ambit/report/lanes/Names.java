package dev.ambit.report.lanes;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Names cut to the size of a box. */
final class Names {
  /** Letters that fit on a line of a box. */
  static final int LINE = 18;

  /** Small letters that fit on one. */
  private static final int SMALL = 25;

  private Names() {}

  /**
   * One or two lines. A name too long for two loses its beginning: what tells an ARN from the next
   * stands at its end.
   */
  static ImmutableList<String> lines(String name) {
    if (length(name) <= LINE) {
      return Lists.immutable.of(name);
    }
    String shown = length(name) <= 2 * LINE ? name : "…" + end(name);
    int cut = breakAt(shown);
    return Lists.immutable.of(shown.substring(0, cut), shown.substring(cut));
  }

  /** On one line; loses its end. */
  static String line(String name) {
    return length(name) <= LINE
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LINE - 1)) + "…";
  }

  /** The small line of a box; loses its end. */
  static String small(String text) {
    return length(text) <= SMALL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SMALL - 1)) + "…";
  }

  /** After a mark between words if there is one near the middle, so that both halves fit. */
  private static int breakAt(String shown) {
    int least = shown.offsetByCodePoints(0, Math.max(1, length(shown) - LINE));
    int most = shown.offsetByCodePoints(0, LINE);
    for (int at = most; at >= least; at--) {
      if ("-_/:. ".indexOf(shown.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return most;
  }

  /** The end of the name, from a mark between words if one is near. */
  private static String end(String name) {
    String end = name.substring(name.offsetByCodePoints(name.length(), 1 - 2 * LINE));
    for (int at = LINE / 2; at >= 0; at--) {
      if (":/".indexOf(end.charAt(at)) >= 0) {
        return end.substring(at + 1);
      }
    }
    return end;
  }

  private static int length(String name) {
    return name.codePointCount(0, name.length());
  }
}
