package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import org.eclipse.collections.api.list.ImmutableList;

/** What is different from the review before. Without one to compare with, every finding is new. */
public record SinceLast(
    boolean compared, ImmutableList<Finding> fresh, int known, ImmutableList<Finding> gone) {
  static SinceLast of(AnalysisResult result) {
    ImmutableList<Finding> gone = with(result, Finding.Status.GONE);
    int known = with(result, Finding.Status.KNOWN).size();
    return new SinceLast(
        known > 0 || gone.notEmpty(), with(result, Finding.Status.NEW), known, gone);
  }

  private static ImmutableList<Finding> with(AnalysisResult result, Finding.Status status) {
    return result.findings().select(finding -> finding.status() == status);
  }
}
