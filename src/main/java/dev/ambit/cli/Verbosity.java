package dev.ambit.cli;

import java.util.logging.Level;

/** How much is told on stderr besides the last line. */
enum Verbosity {
  QUIET,
  WARNINGS,
  /** A line for each stage. */
  STAGES,
  /** A line for each file and each rule. */
  EVERYTHING;

  /** The lowest level that is shown as a line. */
  Level level() {
    return switch (this) {
      case QUIET -> Level.OFF;
      case WARNINGS -> Level.WARNING;
      case STAGES -> Level.INFO;
      case EVERYTHING -> Level.FINE;
    };
  }
}
