package dev.ambit.connect.inventory;

import dev.ambit.model.Builtin;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** How names, words, numbers and days are written in an inventory. */
final class Names {
  private Names() {}

  // Loops and not regular expressions: each of a million names is looked at.

  /** Neither spaces nor {@code *} in it, and not empty. */
  static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A name, its beginning followed by {@code *}, or {@code *} alone. */
  static boolean isPattern(String text) {
    return text.equals("*")
        || isName(text.endsWith("*") ? text.substring(0, text.length() - 1) : text);
  }

  /** Whether no node may be called so. */
  static boolean isTaken(String id) {
    return Builtin.named(id).isPresent() || id.equals("requester");
  }

  /** A number from 0 that fits an int. */
  static Optional<Integer> count(String digits) {
    if (!isDigits(digits)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.parseInt(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** {@code YYYY-MM-DD}, if there is such a day. */
  static Optional<LocalDate> day(String text) {
    boolean isDay =
        text.length() == 10
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && isDigits(text.substring(0, 4) + text.substring(5, 7) + text.substring(8));
    if (!isDay) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
