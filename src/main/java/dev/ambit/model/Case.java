package dev.ambit.model;

/**
 * How what is not known is read. The whole judgement is made twice over the same facts: never fact
 * by fact, never in combinations.
 */
public enum Case {
  /** Every unknown at its worst, every undecidable allow holds. */
  WORST,
  /** Every unknown at its best, no undecidable allow holds. */
  BEST
}
