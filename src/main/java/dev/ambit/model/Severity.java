package dev.ambit.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How bad a finding is, lowest first. {@link #NONE} is only ever a best case: there may be no path.
 */
public enum Severity {
  NONE,
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /**
   * The severity of a path: base + raise − gates, cut to 0…3 at the end and nowhere before
   * (contract/semantics.md, Severity).
   *
   * @param base 0 to 3: how far the data stands above its lowest uncleared reader, or its rank
   * @param gates what the gates that count take away, 0 or more
   * @param raised whether one of the four reasons to raise holds; they raise by one together
   */
  public static Severity of(int base, int gates, boolean raised) {
    int sum = Math.min(base, 3) + (raised ? 1 : 0) - gates;
    return values()[LOW.ordinal() + Math.max(0, Math.min(3, sum))];
  }

  public Severity max(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Severity min(Severity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that name; empty if there is none. */
  public static Optional<Severity> named(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
