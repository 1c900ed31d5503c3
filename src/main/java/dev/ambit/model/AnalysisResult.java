package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * All that a report may know. Every output is made from it.
 *
 * @param rulesDigest {@code sha256:} and the digest of all rule files
 * @param at the day the judgement is made for
 * @param organisation empty if not said
 * @param failOn the verdict's threshold; {@link Severity#NONE}: no finding fails
 * @param findings open ones, sorted
 * @param truncated how many findings are left out of the list; verdict and counts know them
 * @param rules every rule that was asked, sorted by id
 * @param compared how the findings stand against each earlier day that was named
 * @param statement who can do what; {@link AccessStatement#NOT_ASKED} where nobody will read it
 * @param history what earlier runs found; {@link History#NONE} where none were kept
 */
@RecordBuilder
public record AnalysisResult(
    String toolVersion,
    String rulesDigest,
    LocalDate at,
    String organisation,
    Severity failOn,
    Levels levels,
    ImmutableList<InputFile> inputs,
    Verdict verdict,
    boolean coverageComplete,
    ImmutableList<Gap> gaps,
    Counts counts,
    FindingCounts findingCounts,
    ImmutableList<AgentSummary> agents,
    ImmutableList<Finding> findings,
    int truncated,
    ImmutableList<Waived> waived,
    ImmutableList<Note> notes,
    ImmutableList<RuleSummary> rules,
    ImmutableList<Compared> compared,
    AccessStatement statement,
    History history)
    implements AnalysisResultBuilder.With {

  /** How many open findings there are of each severity, and how many are waived. */
  public record FindingCounts(int critical, int high, int medium, int low, int info, int waived) {
    public static FindingCounts of(ImmutableList<Finding> open, int waived) {
      return new FindingCounts(
          open.count(finding -> finding.severity() == Severity.CRITICAL),
          open.count(finding -> finding.severity() == Severity.HIGH),
          open.count(finding -> finding.severity() == Severity.MEDIUM),
          open.count(finding -> finding.severity() == Severity.LOW),
          open.count(finding -> finding.severity() == Severity.INFO),
          waived);
    }

    public int total() {
      return critical + high + medium + low + info;
    }
  }

  /** A rule, for the reader of a report, with the entries of public lists that it speaks to. */
  public record RuleSummary(
      String id,
      String title,
      String severity,
      String why,
      String fix,
      int findings,
      ImmutableList<Framework> frameworks) {}
}
