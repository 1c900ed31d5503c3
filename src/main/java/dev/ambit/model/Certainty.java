package dev.ambit.model;

import java.util.Locale;

/** How sure a hop is, weakest first. The certainty of a path is that of its weakest hop. */
public enum Certainty {
  /** Something is missing from the input, and the path stands without it. */
  ASSUMED,
  /** Read from a name or a default. */
  INFERRED,
  /** Said in the inventory. */
  DECLARED,
  /** Found in an export. */
  OBSERVED;

  public Certainty and(Certainty other) {
    return compareTo(other) < 0 ? this : other;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
