package dev.ambit.report.html;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Framework;
import dev.ambit.model.Hop;
import dev.ambit.report.FindingGroup;
import dev.ambit.report.Wording;
import dev.ambit.report.lanes.Lanes;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One group of findings with all that shows it.
 *
 * @param range empty if best and worst case are the same
 * @param picture of the first path, where there is more than one step to see
 * @param ruleIsListed whether the rule is among those that were asked
 * @param isAgent whether the subject has a card of its own
 */
public record FindingCard(
    FindingGroup group,
    String range,
    ImmutableList<Lanes> picture,
    boolean isAgent,
    boolean ruleIsListed) {

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
        result.agents().collect(AgentSummary::id).contains(finding.subject()),
        result.rules().anySatisfy(rule -> rule.id().equals(finding.rule())));
  }

  public Finding finding() {
    return group.worst();
  }

  /** The steps of the first path; none where they would say the message once more. */
  public ImmutableList<Hop> steps() {
    return Wording.isAbout(finding())
        ? Lists.immutable.empty()
        : finding().paths().take(1).flatCollect(ExposurePath::hops);
  }

  /** "OWASP LLM Top 10 2025: LLM09 Misinformation, LLM06 Excessive Agency", one for each list. */
  public ImmutableList<String> speaksTo() {
    return finding()
        .frameworks()
        .collect(Framework::list)
        .distinct()
        .collect(
            list ->
                list
                    + ": "
                    + finding()
                        .frameworks()
                        .select(each -> each.list().equals(list))
                        .collect(each -> each.id() + " " + each.title())
                        .makeString(", "));
  }
}
