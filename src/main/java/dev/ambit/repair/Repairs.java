package dev.ambit.repair;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Gives findings the changes that close them. */
public final class Repairs {
  /** More facts than this, and trying changes takes longer than a reader waits. */
  private static final int FACTS = 3_000;

  private static final int FEWEST_TRIALS = 60;

  /** So many findings come with changes, the worst. */
  public static final int FINDINGS = 20;

  private Repairs() {}

  /** Whether there are more facts than changes can be tried on. */
  public static boolean areTooMany(Facts facts) {
    return facts.count() > FACTS;
  }

  /**
   * How many second scans are made at most, unless somebody says otherwise: each takes as long as
   * the world is large, so beyond {@value #FACTS} facts there are fewer, and the answer says what
   * no set costs less than.
   */
  public static int trials(Facts facts) {
    double part = Math.min(1, (double) FACTS / Math.max(1, facts.count()));
    return (int) Math.max(FEWEST_TRIALS, LeastChange.TRIALS * part * part);
  }

  /**
   * The same findings in the same order; the worst twenty at or above low with at most three sets
   * of changes each. The limits count facts and findings and never the time, so the same input
   * always gets the same changes.
   *
   * @param waived findings that are there and do not count: a change may leave them
   * @param facts as read, without anything that judging adds
   */
  public static ImmutableList<Finding> of(
      Facts facts,
      ImmutableList<Finding> findings,
      ImmutableList<Finding> waived,
      SecondScan scan) {
    if (facts.count() == 0 || areTooMany(facts)) {
      return findings;
    }
    Search search = new Search(scan, facts, findings, waived, Costs.DEFAULT);
    ImmutableSet<String> worst =
        findings
            .select(finding -> finding.severity().atLeast(Severity.LOW))
            .take(FINDINGS)
            .collect(Finding::id)
            .toImmutableSet();
    return findings.collect(
        finding ->
            worst.contains(finding.id())
                ? finding.with(to -> to.fix(search.fix(finding)))
                : finding);
  }
}
