package dev.ambit.planted.report;

import java.time.Instant;
import java.util.function.Supplier;

/** A clock behind a method reference is a clock too. */
final class StampsTheTime {
  Supplier<Instant> stamp() {
    return Instant::now;
  }
}
