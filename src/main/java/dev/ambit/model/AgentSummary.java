package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One agent in numbers.
 *
 * @param owner empty if none is known
 * @param reads how many assets it can read at each level, in the order of the ladder from low to
 *     high
 * @param unclassified how many assets without a level it can read
 * @param publishesTo how many channels it can publish to
 * @param audience the people who read them or get its replies
 * @param worst the highest severity among its findings
 * @param readiness {@link Readiness#NOT_JUDGED} where nobody judged it
 */
@RecordBuilder
public record AgentSummary(
    String id,
    String name,
    String owner,
    String stage,
    ImmutableList<Integer> reads,
    int unclassified,
    int publishesTo,
    Heads audience,
    Severity worst,
    Origin origin,
    Readiness readiness)
    implements Comparable<AgentSummary>, AgentSummaryBuilder.With {

  @Override
  public int compareTo(AgentSummary other) {
    return id.compareTo(other.id);
  }
}
