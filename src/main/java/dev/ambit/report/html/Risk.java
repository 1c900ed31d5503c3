package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * What could happen, in one sentence for each family of rules that found something.
 *
 * @param onlyAtWorst whether a missing fact could make each of its findings less severe
 */
public record Risk(
    Severity worst, String who, String can, int findings, String first, boolean onlyAtWorst) {

  /** Worst first; families of information only are left out. */
  static ImmutableList<Risk> of(AnalysisResult result) {
    ImmutableSet<String> agents = result.agents().collect(agent -> agent.id()).toImmutableSet();
    Map<String, MutableList<Finding>> families = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.severity() != Severity.INFO) {
        String family = Families.of(finding.rule());
        families.computeIfAbsent(family, key -> FastList.newList()).add(finding);
      }
    }
    return FastList.newList(families.entrySet())
        .collect(
            family -> {
              MutableList<Finding> findings = family.getValue();
              int subjects = findings.collect(Finding::subject).distinct().count(agents::contains);
              return new Risk(
                  findings.getFirst().severity(),
                  who(subjects, agents.size()),
                  Families.can(family.getKey()),
                  findings.size(),
                  findings.getFirst().id(),
                  findings.allSatisfy(Finding::isRange));
            })
        .toImmutable();
  }

  /** "2 of 3 agents"; where there is one only, no sum is made of it. */
  private static String who(int subjects, int agents) {
    return subjects == 0
        ? "At least one agent"
        : agents == 1
            ? "The agent"
            : Counted.number(subjects) + " of " + Counted.of(agents, "agent");
  }
}
