package dev.ambit.connect;

import dev.ambit.model.Origin;

/**
 * Halves of surrogate pairs that stand alone. An escape in JSON or YAML can write one, and no UTF-8
 * text can: names that differ in nothing else would be one node wherever they are written down. So
 * they are refused as bytes that are no UTF-8 are.
 */
public final class HalfCharacters {
  private HalfCharacters() {}

  /** Whether one stands in the text. */
  public static boolean standIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPairAt(text, i)) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static boolean isPairAt(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }

  /**
   * The text itself.
   *
   * @throws InputException if one stands in it
   */
  static String refusedIn(String text, String file, int line) {
    if (standIn(text)) {
      throw new InputException(
          new Origin(file, line, ""),
          "half a character, as \\ud800 is without its other half",
          "Write the whole character");
    }
    return text;
  }
}
