package dev.ambit.resolve.aws;

/** Whether a condition holds, as far as the input tells. */
enum Holds {
  NO,
  DEPENDS,
  YES;

  /** Both must hold. */
  Holds and(Holds other) {
    return compareTo(other) < 0 ? this : other;
  }

  static Holds of(boolean holds) {
    return holds ? YES : NO;
  }
}
