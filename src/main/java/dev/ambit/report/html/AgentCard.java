package dev.ambit.report.html;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Levels;
import dev.ambit.report.Counted;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;
import org.eclipse.collections.impl.list.mutable.FastList;

/** One agent: what it can read, where it can post, who hears it, what was found. */
public record AgentCard(AgentSummary agent, String reads, ImmutableList<Finding> findings) {

  /** Worst first, then by id. */
  static ImmutableList<AgentCard> of(AnalysisResult result) {
    ImmutableListMultimap<String, Finding> bySubject = result.findings().groupBy(Finding::subject);
    return result
        .agents()
        .toSortedListBy(agent -> -agent.worst().ordinal())
        .collect(
            agent -> new AgentCard(agent, reads(agent, result.levels()), bySubject.get(agent.id())))
        .toImmutable();
  }

  public String anchor() {
    return Anchor.agent(agent.id());
  }

  /** "1 restricted, 2 internal, 1 without a level". */
  private static String reads(AgentSummary agent, Levels levels) {
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
