package dev.ambit.model;

import java.util.Comparator;

/**
 * A fact that nobody said and that decides a finding.
 *
 * @param about the node it is missing from
 * @param missing one word for it: {@code readers}, {@code level}, …
 * @param matters the worst severity that hangs on it; info if none
 * @param addTo the key of the inventory to add, such as {@code channels[].readers}
 */
public record Gap(String about, String missing, Severity matters, String addTo, Origin origin)
    implements Comparable<Gap> {
  private static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::about).thenComparing(Gap::missing);

  @Override
  public int compareTo(Gap other) {
    return ORDER.compare(this, other);
  }
}
