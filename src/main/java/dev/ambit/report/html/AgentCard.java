package dev.ambit.report.html;

import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Levels;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.lanes.Lanes;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * One agent: what it can read, where it can post, who hears it, what was found.
 *
 * @param statement its access in sentences; empty where the result has none
 * @param picture of all it reaches; the same
 * @param care before its advice is followed; the same
 * @param exercise told from its worst path; empty where it has none that makes a story
 */
public record AgentCard(
    AgentSummary agent,
    String reads,
    ImmutableList<Finding> findings,
    ImmutableList<String> statement,
    ImmutableList<Lanes> picture,
    ImmutableList<AdviceCare> care,
    ImmutableList<Exercise> exercise) {

  /** So many agents, the worst, have a page of their own; others a line in the table. */
  static final int IN_FULL = 40;

  /** Worst first, then by id. */
  static ImmutableList<AgentCard> of(AnalysisResult result) {
    ImmutableListMultimap<String, Finding> bySubject = result.findings().groupBy(Finding::subject);
    return result
        .agents()
        .toSortedListBy(agent -> -agent.worst().ordinal())
        .take(IN_FULL)
        .collect(agent -> of(agent, bySubject.get(agent.id()), result))
        .toImmutable();
  }

  static AgentCard of(AgentSummary agent, ImmutableList<Finding> findings, AnalysisResult result) {
    ImmutableList<AgentAccess> access =
        result.statement().agents().select(each -> each.agent().equals(agent.id())).take(1);
    return new AgentCard(
        agent,
        reads(agent, result.levels()),
        findings,
        access.flatCollect(AccessWords::of),
        access.collect(each -> Lanes.of(each, findings)),
        access.collect(each -> AdviceCare.of(agent, each, findings, result)),
        Exercise.of(agent.name(), findings, result)
            .map(Lists.immutable::of)
            .orElse(Lists.immutable.empty()));
  }

  public String anchor() {
    return Anchor.agent(agent.id());
  }

  /** What is worth a line on the agent's own page. */
  public ImmutableList<Finding> told() {
    return findings.select(finding -> finding.severity() != Severity.INFO);
  }

  /** "1 restricted, 2 internal, 1 without a level". */
  static String reads(AgentSummary agent, Levels levels) {
    FastList<String> parts = FastList.newList();
    for (int rank = levels.highest(); rank >= 0; rank--) {
      int count = agent.reads().get(rank);
      if (count > 0) {
        parts.add(Counted.number(count) + " " + levels.name(rank));
      }
    }
    if (agent.unclassified() > 0) {
      parts.add(Counted.number(agent.unclassified()) + " without a level");
    }
    return parts.isEmpty() ? "no data" : parts.makeString(", ");
  }
}
