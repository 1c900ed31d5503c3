package dev.ambit.model;

import java.time.LocalDate;
import java.util.Optional;

/** A day in an input, or the word {@code never}. */
public sealed interface Day {
  /** The day, unless it is never. */
  Optional<LocalDate> date();

  /** A calendar day, in UTC. */
  record On(LocalDate day) implements Day {
    @Override
    public Optional<LocalDate> date() {
      return Optional.of(day);
    }
  }

  /** It never happened, or never will. */
  record Never() implements Day {
    @Override
    public Optional<LocalDate> date() {
      return Optional.empty();
    }
  }
}
