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

/** What could happen, in one sentence for each family of rules that found something. */
public record Risk(Severity worst, String who, String can, int findings, String first) {

  /** Worst first; families of information only are left out. */
  static ImmutableList<Risk> of(AnalysisResult result) {
    ImmutableSet<String> agents = result.agents().collect(agent -> agent.id()).toImmutableSet();
    Map<String, MutableList<Finding>> families = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.severity() != Severity.INFO) {
        String family = finding.rule().substring(0, Math.max(0, finding.rule().indexOf('/')));
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
                  subjects == 0
                      ? "At least one agent"
                      : Counted.number(subjects) + " of " + Counted.of(agents.size(), "agent"),
                  can(family.getKey()),
                  findings.size(),
                  findings.getFirst().id());
            })
        .toImmutable();
  }

  private static String can(String family) {
    return switch (family) {
      case "action" -> "can bring data or posts to people they are not meant for";
      case "advice" -> "can give advice that leads people to open data that others may not see";
      case "deputy" -> "can do for people what those people may not do themselves";
      case "escalation" -> "can gain rights beyond what was given";
      case "scope" -> "can do more than the task needs";
      case "credential" -> "can be misused through a credential that is exposed, shared or endless";
      case "oversight" -> "can act without a check, an owner or a record that would hold";
      case "data" -> "can reach data that nobody has classified or that a label alone protects";
      default -> "can do what a rule of your own speaks against";
    };
  }
}
