package dev.ambit.model;

import java.util.Comparator;

/**
 * A value of an input that is not what it was.
 *
 * @param before where it stood; {@link #after} where it did not
 * @param after where it stands; {@link #before} where it no longer does
 * @param was the value as text; empty if it was not there
 * @param is the value as text; empty if it is not there any more
 */
public record FactChange(Origin before, Origin after, String was, String is)
    implements Comparable<FactChange> {
  private static final Comparator<FactChange> ORDER =
      Comparator.comparing(FactChange::after)
          .thenComparing(FactChange::before)
          .thenComparing(FactChange::was)
          .thenComparing(FactChange::is);

  /** Where a reader looks: where it stands now, or stood. */
  public Origin place() {
    return is.isEmpty() ? before : after;
  }

  @Override
  public int compareTo(FactChange other) {
    return ORDER.compare(this, other);
  }
}
