package dev.ambit.model;

import java.util.Arrays;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** A set of verbs, in the order of {@link Verb}. A bit each, since millions of rights carry one. */
public record Verbs(int bits) {
  /** Every set there is: equal ones are one object. */
  private static final Verbs[] ALL = new Verbs[1 << Verb.values().length];

  static {
    Arrays.setAll(ALL, Verbs::new);
  }

  public static final Verbs NONE = ALL[0];

  /** What {@code *} in a grant stands for: every verb but {@link Verb#EGRESS}. */
  public static final Verbs ANY = ALL[(1 << Verb.EGRESS.ordinal()) - 1];

  public static Verbs of(Verb... verbs) {
    int bits = 0;
    for (Verb verb : verbs) {
      bits |= 1 << verb.ordinal();
    }
    return ALL[bits];
  }

  public boolean has(Verb verb) {
    return (bits & 1 << verb.ordinal()) != 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  public Verbs with(Verb verb) {
    return ALL[bits | 1 << verb.ordinal()];
  }

  public Verbs and(Verbs other) {
    return ALL[bits & other.bits];
  }

  public Verbs or(Verbs other) {
    return ALL[bits | other.bits];
  }

  public Verbs without(Verbs other) {
    return ALL[bits & ~other.bits];
  }

  public ImmutableList<Verb> all() {
    return FastList.newListWith(Verb.values()).select(this::has).toImmutable();
  }

  /** The words, comma-separated. */
  @Override
  public String toString() {
    return all().collect(Verb::word).makeString(", ");
  }
}
