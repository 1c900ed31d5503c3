package dev.ambit.rules;

import dev.ambit.model.Crossing;
import dev.ambit.model.Severity;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The rows of a rule that have the same subject and the same object: one finding. */
final class Group {
  private final String subject;
  private final String object;
  private final SortedSet<Crossing> crossings = new TreeSet<>(Candidate.WORST_FIRST);
  private Optional<Candidate> worst = Optional.empty();
  private Optional<Severity> best = Optional.empty();

  Group(String subject, String object) {
    this.subject = subject;
    this.object = object;
  }

  /** {@code best}: what the row says of the best case, if it says anything. */
  void add(Candidate candidate, Optional<Severity> best) {
    if (worst.isEmpty() || candidate.compareTo(worst.get()) < 0) {
      worst = Optional.of(candidate);
    }
    crossings.addAll(candidate.crossings().castToList());
    best.ifPresent(said -> this.best = Optional.of(this.best.map(said::max).orElse(said)));
  }

  String subject() {
    return subject;
  }

  String object() {
    return object;
  }

  /** The row that speaks for the finding. */
  Candidate worst() {
    return worst.orElseThrow();
  }

  /** The highest that a row says of the best case; empty if none says anything. */
  Optional<Severity> best() {
    return best;
  }

  /** Worst first. */
  ImmutableList<Crossing> crossings() {
    return Lists.immutable.withAll(crossings);
  }
}
