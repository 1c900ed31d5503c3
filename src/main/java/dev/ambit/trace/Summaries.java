package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.Nodes;
import dev.ambit.model.Reach;
import dev.ambit.model.Readiness;
import dev.ambit.model.Ref;
import dev.ambit.model.Severity;
import java.util.Arrays;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.roaringbitmap.RoaringBitmap;

/**
 * Each agent in numbers, as the worst case sees it; its worst severity is filled in from findings.
 */
public final class Summaries {
  private Summaries() {}

  /** Sorted by id. */
  public static ImmutableList<AgentSummary> of(Tracer worst) {
    Estate estate = worst.estate();
    Reach reach = worst.reach();
    return estate.assumed.access().facts().agents().collect(agent -> of(estate, reach, agent));
  }

  private static AgentSummary of(Estate estate, Reach reach, Agent agent) {
    int[] reads = new int[estate.assumed.levels().names().size()];
    int unclassified = 0;
    for (String id : reach.objects(Reach.Relation.READS, agent.id())) {
      int node = estate.nodes().number(id);
      int rank = estate.ranks.declared(node);
      if (rank != Ranks.UNKNOWN) {
        reads[rank]++;
      } else if (estate.nodes().kind(node) == Nodes.Kind.ASSET) {
        unclassified++;
      }
    }
    ImmutableList<String> channels = reach.objects(Reach.Relation.PUBLISHES_TO, agent.id());
    RoaringBitmap people = new RoaringBitmap();
    channels.forEach(channel -> people.or(estate.people.audience(estate.nodes().number(channel))));
    if (!agent.isRetired() && estate.assumed.repliesToRequester(agent)) {
      estate
          .subject(agent)
          .askers()
          .forEach(asker -> people.or(estate.membership.behind(asker.principal())));
    }
    return new AgentSummary(
        agent.id(),
        agent.name().or(agent.id()),
        agent.owner().value().map(Ref::id).orElse(""),
        agent.stage().or(Agent.Stage.LIVE).word(),
        Lists.immutable.withAll(Arrays.stream(reads).boxed().toList()),
        unclassified,
        channels.size(),
        estate.headCount.of(people),
        Severity.NONE,
        agent.origin(),
        Readiness.NOT_JUDGED);
  }
}
