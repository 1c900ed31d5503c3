package dev.ambit.graph;

import java.time.Duration;

/**
 * How much one query may take.
 *
 * @param time wall time, more than zero
 * @param rows rows it may give
 */
public record Limits(Duration time, long rows) {
  /**
   * A minute, and ten million rows: far above what a rule of ours takes on a large organisation.
   */
  public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 10_000_000);

  public Limits {
    if (time.isNegative() || time.isZero() || rows < 1) {
      throw new IllegalArgumentException("a limit leaves room for an answer");
    }
  }
}
