package dev.ambit;

import dev.ambit.model.Said;
import java.time.LocalDate;

/**
 * Which day a judgement is made for. The clock is no choice here: who asks has read it, so the same
 * question always gets the same answer.
 */
public sealed interface AsOf {

  /** The day, when the input says {@code asOf} of itself. */
  LocalDate day(Said<LocalDate> asOf);

  /** The day that was asked for, whatever the input says. */
  record Asked(LocalDate day) implements AsOf {
    @Override
    public LocalDate day(Said<LocalDate> asOf) {
      return day;
    }
  }

  /** The day the input speaks of; today, if it names none. */
  record OfInput(LocalDate today) implements AsOf {
    @Override
    public LocalDate day(Said<LocalDate> asOf) {
      return asOf.or(today);
    }
  }
}
