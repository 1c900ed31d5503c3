package dev.ambit.model;

import java.util.Comparator;

/** The name of another node, and the place where it is named. Sorted by name, then by place. */
public record Ref(String id, Origin origin) implements Comparable<Ref> {
  private static final Comparator<Ref> ORDER =
      Comparator.comparing(Ref::id).thenComparing(Ref::origin);

  @Override
  public int compareTo(Ref other) {
    return ORDER.compare(this, other);
  }
}
