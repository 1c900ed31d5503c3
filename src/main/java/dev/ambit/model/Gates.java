package dev.ambit.model;

/** What gates take away from the severity of a path. */
public final class Gates {
  private Gates() {}

  /** What a gate of that tier takes away: 1 for tier 3, 2 for tier 4, else nothing. */
  public static int weight(int tier) {
    return tier == 4 ? 2 : tier == 3 ? 1 : 0;
  }
}
