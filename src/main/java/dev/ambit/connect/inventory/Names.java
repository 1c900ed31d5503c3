package dev.ambit.connect.inventory;

import dev.ambit.model.Builtin;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How names, words, numbers and days are written in an inventory. */
final class Names {
  private static final Pattern NAME = Pattern.compile("(?U)[^\\s*]+");
  private static final Pattern PATTERN = Pattern.compile("(?U)\\*|[^\\s*]+\\*?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");

  private Names() {}

  /** Neither spaces nor {@code *} in it, and not empty. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** A name, its beginning followed by {@code *}, or {@code *} alone. */
  static boolean isPattern(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** Whether no node may be called so. */
  static boolean isTaken(String id) {
    return Builtin.named(id).isPresent() || id.equals("requester");
  }

  /** {@code ON_BEHALF_OF} is written {@code on-behalf-of}. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A number from 0 that fits an int. */
  static Optional<Integer> count(String digits) {
    if (!DIGITS.matcher(digits).matches()) {
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
    if (!DAY.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
