package dev.ambit.report.html;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Who can be asked to decide about each agent. An owner who has left is on record still, and a page
 * that says nobody answers for the agent cannot ask that one.
 */
final class Owners {
  private static final String MISSING = "oversight/owner-missing";

  private final MutableMap<String, String> answering = Maps.mutable.empty();

  private Owners() {}

  static Owners of(AnalysisResult result) {
    ImmutableSet<String> without =
        result.findings().select(Owners::isMissing).collect(Finding::subject).toImmutableSet();
    Owners owners = new Owners();
    for (AgentSummary agent : result.agents()) {
      if (!agent.owner().isEmpty() && !without.contains(agent.id())) {
        owners.answering.put(agent.id(), agent.owner());
      }
    }
    return owners;
  }

  static boolean isMissing(Finding finding) {
    return finding.rule().equals(MISSING);
  }

  boolean has(String agent) {
    return answering.containsKey(agent);
  }

  /** The owners of the agents that the findings are about, sorted, each once. */
  ImmutableList<String> of(ImmutableList<Finding> findings) {
    return findings
        .collect(Finding::subject)
        .select(this::has)
        .collect(agent -> answering.getOrDefault(agent, ""))
        .distinct()
        .toSortedList()
        .toImmutable();
  }
}
