package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Case;
import dev.ambit.model.Nodes;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/** Everything that the search for paths asks, read for one case. Not safe for several threads. */
final class Estate {
  final Assumed assumed;
  final Rights rights;
  final Membership membership;
  final HeadCount headCount;
  final People people;
  final Ranks ranks;
  final Askers askers;
  final GateJudge judge;
  private final Doings doings;
  private final UnifiedMap<String, Doing> known = UnifiedMap.newMap();
  private final UnifiedMap<String, Subject> subjects = UnifiedMap.newMap();

  Estate(Known known, Case which) {
    assumed = new Assumed(known, which);
    rights = new Rights(assumed);
    membership = new Membership(assumed, rights);
    headCount = new HeadCount(assumed, rights, membership);
    people = new People(assumed, rights, membership, headCount);
    ranks = new Ranks(assumed);
    askers = new Askers(assumed, rights);
    judge = new GateJudge(assumed, rights, membership);
    doings = new Doings(assumed, rights, judge, askers, membership, people);
  }

  Nodes nodes() {
    return assumed.nodes();
  }

  String id(int node) {
    return assumed.nodes().id(node);
  }

  String levelName(int rank) {
    return assumed.levels().name(Math.max(0, Math.min(rank, assumed.levels().highest())));
  }

  Doing doing(Agent agent) {
    Doing doing = known.get(agent.id());
    if (doing == null) {
      doing = doings.of(agent);
      known.put(agent.id(), doing);
    }
    return doing;
  }

  Subject subject(Agent agent) {
    Subject subject = subjects.get(agent.id());
    if (subject == null) {
      subject = Subject.of(this, agent);
      subjects.put(agent.id(), subject);
    }
    return subject;
  }
}
