package dev.ambit.report.html;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.report.FindingGroup;
import dev.ambit.report.Wording;
import dev.ambit.report.lanes.Lanes;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One group of findings with all that shows it.
 *
 * @param range empty if best and worst case are the same
 * @param picture of the first path, where there is more than one step to see
 * @param isAgent whether the subject has a card of its own
 */
public record FindingCard(
    FindingGroup group, String range, ImmutableList<Lanes> picture, boolean isAgent) {

  static FindingCard of(FindingGroup group, AnalysisResult result) {
    Finding finding = group.worst();
    return new FindingCard(
        group,
        finding.isRange() ? Wording.range(finding, result.gaps()) : "",
        finding
            .paths()
            .take(1)
            .select(path -> path.hops().size() > 1)
            .collect(path -> Lanes.of(path, finding)),
        result.agents().collect(AgentSummary::id).contains(finding.subject()));
  }

  public Finding finding() {
    return group.worst();
  }

  /** The steps of the first path; none where the finding has no path. */
  public ImmutableList<Hop> steps() {
    return finding().paths().take(1).flatCollect(ExposurePath::hops);
  }
}
