package dev.ambit.report;

import java.util.Locale;

/**
 * Makes text from the input harmless to look at. Names come from files that an attacker may have
 * written: a terminal escape, a line break or a bidirectional mark in them would let a name change
 * how the rest of a report reads.
 */
public final class Visible {
  private Visible() {}

  /**
   * The text with each character that is not seen, or that acts on its surroundings, spelt out as
   * {@code [U+202E]}: controls, line and paragraph separators, format and bidirectional marks,
   * halves of surrogate pairs, private and unassigned code points.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Visible::acts)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (acts(point)) {
                visible.append(spelt(point));
              } else {
                visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }

  /** As {@link #of}, with everything beyond ASCII spelt out too. */
  public static String inAscii(String text) {
    StringBuilder ascii = new StringBuilder();
    of(text)
        .codePoints()
        .forEach(point -> ascii.append(point < 0x80 ? Character.toString(point) : spelt(point)));
    return ascii.toString();
  }

  /** Whether the character is not seen or acts on what stands around it. */
  public static boolean acts(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String spelt(int point) {
    return String.format(Locale.ROOT, "[U+%04X]", point);
  }
}
