package dev.ambit.connect.awsiam;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time as AWS, its tools and recorders of its answers write them, as days in UTC. */
final class Timestamps {
  private Timestamps() {}

  /** Empty if it is none of the forms, or not there. */
  static Optional<LocalDate> day(JsonPart part) {
    if (part.isObject()) {
      return recorded(part);
    }
    return part.isText() ? day(part.text()) : Optional.empty();
  }

  /** ISO 8601 with or without time, or seconds since 1970. */
  static Optional<LocalDate> day(String text) {
    try {
      if (text.matches("\\d{9,11}(\\.\\d+)?")) {
        long seconds = (long) Double.parseDouble(text);
        return Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(LocalDate.parse(text));
      }
      return text.contains("T")
          ? Optional.of(
              OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> recorded(JsonPart part) {
    try {
      return part.at("__class__").text().equals("datetime")
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(part.at("year").text()),
                  Integer.parseInt(part.at("month").text()),
                  Integer.parseInt(part.at("day").text())))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
