package dev.ambit.verdict;

import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Severity;

/**
 * From which severity on a finding fails.
 *
 * @param failOn {@link Severity#NONE}: no finding fails
 * @param strict whether the worst case of a range counts as its severity
 */
public record Threshold(Severity failOn, boolean strict) {

  /** As the gate uses it: the best case, unless strict. */
  boolean failedBy(Finding finding) {
    return reachedBy(strict ? finding.severity() : finding.severityBest());
  }

  /** Whether what is not known decides if the finding fails. */
  boolean straddledBy(Finding finding) {
    return reachedBy(finding.severity()) && !failedBy(finding);
  }

  boolean reachedBy(Gap gap) {
    return reachedBy(gap.matters());
  }

  private boolean reachedBy(Severity severity) {
    return failOn != Severity.NONE && severity.atLeast(failOn);
  }

  /** "at or above high". */
  @Override
  public String toString() {
    return "at or above " + failOn.word();
  }
}
