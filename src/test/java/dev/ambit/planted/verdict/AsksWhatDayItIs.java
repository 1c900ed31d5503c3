package dev.ambit.planted.verdict;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Judges differently tomorrow. */
final class AsksWhatDayItIs {
  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
