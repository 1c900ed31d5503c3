package dev.ambit.model;

import java.util.Comparator;

/**
 * A gate that stands on a path, and whether it counts there.
 *
 * @param tier 0 to 4, as it counts on this path; 3 and 4 take one and two from the severity
 * @param why one clause: why it counts or does not
 */
public record GateUse(String id, Gate.Strength strength, int tier, String why, Origin origin)
    implements Comparable<GateUse> {
  private static final Comparator<GateUse> ORDER =
      Comparator.comparing(GateUse::id).thenComparing(GateUse::tier).thenComparing(GateUse::why);

  public boolean counts() {
    return tier >= 3;
  }

  @Override
  public int compareTo(GateUse other) {
    return ORDER.compare(this, other);
  }
}
