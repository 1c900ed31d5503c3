package dev.ambit.resolve.aws.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates as policies write them: the W3C forms of ISO 8601, from a year to a fraction of a second,
 * or seconds or milliseconds since 1970. Without a zone they are in UTC.
 */
final class Dates {
  private static final Pattern EPOCH = Pattern.compile("-?\\d{5,14}(\\.\\d{1,9})?");
  // As seconds it would be a day after the year 5000, so it is counted finer.
  private static final long FIRST_OF_MILLISECONDS = 100_000_000_000L;
  private static final Pattern SHORT_OFFSET = Pattern.compile("(.*T.*[+-]\\d{2})(\\d{2})?");

  private Dates() {}

  /** Empty if it is no date. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(parsed(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant parsed(String text) {
    if (EPOCH.matcher(text).matches()) {
      int point = text.indexOf('.');
      long units = Long.parseLong(point < 0 ? text : text.substring(0, point));
      return Math.abs(units) < FIRST_OF_MILLISECONDS
          ? Instant.ofEpochSecond(units)
          : Instant.ofEpochMilli(units);
    }
    if (text.matches("\\d{4}")) {
      return day(LocalDate.of(Integer.parseInt(text), 1, 1));
    }
    if (text.matches("\\d{4}-\\d{2}")) {
      return day(YearMonth.parse(text).atDay(1));
    }
    if (text.indexOf('T') < 0) {
      return day(LocalDate.parse(text));
    }
    if (text.endsWith("Z") || SHORT_OFFSET.matcher(text).matches() || text.matches(".*T.*[+-].*")) {
      return OffsetDateTime.parse(withColon(text)).toInstant();
    }
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static Instant day(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** {@code +0100} and {@code +01} as {@code +01:00}. */
  private static String withColon(String text) {
    var offset = SHORT_OFFSET.matcher(text);
    if (!offset.matches()) {
      return text;
    }
    String minutes = offset.group(2) == null ? "00" : offset.group(2);
    return offset.group(1) + ":" + minutes;
  }
}
