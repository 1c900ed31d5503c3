package dev.ambit.resolve.aws.request;

/** Whether something is so, as far as the input tells. */
public enum Holds {
  NO,
  DEPENDS,
  YES;

  /** Both must hold. */
  public Holds and(Holds other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** One of the two must hold. */
  public Holds or(Holds other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** The opposite; what depends still does. */
  public Holds not() {
    return this == DEPENDS ? DEPENDS : of(this == NO);
  }

  public static Holds of(boolean holds) {
    return holds ? YES : NO;
  }
}
