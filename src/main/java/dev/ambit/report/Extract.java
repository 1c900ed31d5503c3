package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Waived;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;

/** The part of a result that concerns one agent, for its owner. The verdict stays that of all. */
public final class Extract {
  private Extract() {}

  /** Findings about the agent or on whose paths it stands, and what these speak of. */
  public static AnalysisResult of(AnalysisResult result, String agent) {
    ImmutableList<Finding> findings = result.findings().select(each -> concerns(each, agent));
    ImmutableList<Waived> waived = result.waived().select(each -> concerns(each.finding(), agent));
    Set<String> nodes = new HashSet<>();
    nodes.add(agent);
    for (Finding finding : findings.newWithAll(waived.collect(Waived::finding))) {
      nodes.add(finding.object());
      finding
          .paths()
          .flatCollect(path -> path.hops())
          .forEach(
              hop -> {
                nodes.add(hop.from());
                nodes.add(hop.to());
              });
    }
    return result.with(
        to ->
            to.findings(findings)
                .waived(waived)
                .findingCounts(FindingCounts.of(findings, waived.size()))
                .agents(result.agents().select(each -> each.id().equals(agent)))
                .gaps(result.gaps().select((Gap gap) -> nodes.contains(gap.about())))
                .statement(
                    result
                        .statement()
                        .with(
                            all ->
                                all.agents(
                                        result
                                            .statement()
                                            .agents()
                                            .select(each -> each.agent().equals(agent)))
                                    .assets(
                                        result
                                            .statement()
                                            .assets()
                                            .select(
                                                each ->
                                                    nodes.contains(each.asset())
                                                        || each.readBy().contains(agent)
                                                        || each.changedBy().contains(agent))))));
  }

  private static boolean concerns(Finding finding, String agent) {
    return finding.subject().equals(agent)
        || finding.object().equals(agent)
        || finding
            .paths()
            .anySatisfy(
                path ->
                    path.hops()
                        .anySatisfy(hop -> hop.from().equals(agent) || hop.to().equals(agent)));
  }
}
