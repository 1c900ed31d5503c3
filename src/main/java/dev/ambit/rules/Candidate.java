package dev.ambit.rules;

import dev.ambit.graph.Row;
import dev.ambit.model.Crossing;
import dev.ambit.model.Heads;
import dev.ambit.model.Severity;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One row of a rule's answer, and how severe it is. Sorted worst first, then by the most uncleared
 * people, then by the shortest path; the rest of the order only makes it total.
 *
 * @param crossings the row's crossing; empty if it has none
 */
record Candidate(Row row, Severity severity, ImmutableList<Crossing> crossings)
    implements Comparable<Candidate> {

  /** Crossings in the order in which a finding shows them. */
  static final Comparator<Crossing> WORST_FIRST =
      Comparator.comparing(Crossing::severity, Comparator.reverseOrder())
          .thenComparing(
              crossing -> crossing.audience().uncleared(),
              Comparator.comparing(Candidate::weight, Comparator.reverseOrder()))
          .thenComparing(crossing -> crossing.path().hops().size())
          .thenComparing(Comparator.naturalOrder());

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::severity, Comparator.reverseOrder())
          .thenComparing(candidate -> candidate.crossings().isEmpty())
          .thenComparing(Candidate::byCrossing)
          .thenComparing(candidate -> candidate.row().toString());

  Candidate(Row row, Severity severity, Optional<Crossing> crossing) {
    this(row, severity, Lists.immutable.fromStream(crossing.stream()));
  }

  /** Heads as a number: a word stands for more people than any number. */
  static long weight(Heads heads) {
    return heads.isNumber() ? heads.count() : Long.MAX_VALUE;
  }

  @Override
  public int compareTo(Candidate other) {
    return ORDER.compare(this, other);
  }

  private static int byCrossing(Candidate left, Candidate right) {
    return left.crossings.isEmpty() || right.crossings.isEmpty()
        ? 0
        : WORST_FIRST.compare(left.crossings.getFirst(), right.crossings.getFirst());
  }
}
