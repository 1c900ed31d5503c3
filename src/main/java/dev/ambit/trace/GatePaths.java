package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Crossing;
import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Ref;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Gates that can be passed by, approvers who are no check, and limits that the agent can change.
 */
final class GatePaths {
  private final Estate estate;
  private final Targets targets;

  GatePaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
  }

  void of(Subject subject, Found found) {
    for (Verb verb : Verb.values()) {
      ImmutableList<Way> ways = subject.own().ways().select(way -> way.verb() == verb);
      var beside = targets.of(subject.ways(verb));
      targets
          .of(ways)
          .forEachKeyValue(
              (node, edge) ->
                  passed(subject, verb, node, edge, beside.getOrDefault(node, edge), found));
      ways.select(way -> way.targets().isEmpty())
          .forEach(
              way -> {
                ImmutableList<Way> alone = Lists.immutable.of(way);
                passed(subject, verb, -1, alone, alone, found);
              });
    }
    calls(subject, found);
    unfit(subject, found);
    unlimits(subject, found);
  }

  private static boolean isEnforced(GateUse gate) {
    return gate.strength() == Gate.Strength.ADVISORY
        || gate.strength() == Gate.Strength.HOST
        || gate.strength() == Gate.Strength.RESOURCE;
  }

  /**
   * A gate that counts nothing here, or stands on one way and not on another.
   *
   * @param all the ways, those by a called agent among them
   */
  private void passed(
      Subject subject,
      Verb verb,
      int node,
      ImmutableList<Way> edge,
      ImmutableList<Way> all,
      Found found) {
    for (Way way : edge) {
      for (GateUse gate : way.gates().select(GatePaths::isEnforced)) {
        Way beside = beside(all, gate);
        if (gate.tier() == 0 || beside != null) {
          Way open = beside == null ? way : beside;
          boolean grave =
              (verb == Verb.DELETE || verb == Verb.SHARE || verb == Verb.ADMINISTER)
                  && node >= 0
                  && estate
                      .assumed
                      .levels()
                      .isRestricted(estate.ranks.isData(node) ? estate.ranks.judged(node) : -1);
          found.add(
              Paths.of(
                  Crossing.Kind.PASSING,
                  subject,
                  gate.id(),
                  open.via(),
                  verb,
                  "",
                  grave ? Severity.CRITICAL : Severity.HIGH,
                  Lists.immutable.of(gate),
                  Hops.to(estate.assumed, subject.agent().id(), open, node)),
              true);
        }
      }
    }
  }

  /** The same for the gate before a call: another call, or another agent, may lead there. */
  private void calls(Subject subject, Found found) {
    for (Agent.Call call : subject.agent().calls()) {
      call.gate()
          .value()
          .map(gate -> estate.judge.judge(gate, subject.own().actorSet(), subject.own().editable()))
          .filter(GatePaths::isEnforced)
          .ifPresent(
              gate ->
                  subject
                      .callees()
                      .select(callee -> callee.agent().id().equals(call.agent().id()))
                      .detectOptional(callee -> callee.counting().isEmpty())
                      .ifPresent(
                          open ->
                              found.add(
                                  Paths.of(
                                      Crossing.Kind.PASSING,
                                      subject,
                                      gate.id(),
                                      open.lead().getFirst().to(),
                                      Verb.INVOKE,
                                      "",
                                      Severity.HIGH,
                                      Lists.immutable.of(gate),
                                      open.lead()),
                                  true)));
    }
  }

  private static @Nullable Way beside(ImmutableList<Way> edge, GateUse gate) {
    return edge.detect(
        way ->
            way.counting().isEmpty()
                && way.gates().noneSatisfy(each -> each.id().equals(gate.id())));
  }

  /** An approver who acts, is not cleared for what the gate guards, or is asked too often. */
  private void unfit(Subject subject, Found found) {
    TreeSortedMap<String, FastList<Way>> byGate = TreeSortedMap.newMap();
    for (Way way : subject.own().ways()) {
      way.gates()
          .select(GatePaths::isEnforced)
          .forEach(gate -> byGate.getIfAbsentPut(gate.id(), FastList::newList).add(way));
    }
    byGate.forEachKeyValue(
        (id, ways) ->
            estate
                .assumed
                .gate(id)
                .ifPresent(gate -> approvers(subject, gate, ways.toImmutable(), found)));
  }

  private void approvers(Subject subject, Gate gate, ImmutableList<Way> ways, Found found) {
    int[] touched = {-1, Ranks.UNKNOWN};
    ways.forEach(
        way ->
            way.targets()
                .forEach(
                    node -> {
                      int rank = estate.ranks.declared(node);
                      if (rank > touched[1]) {
                        touched[0] = node;
                        touched[1] = rank;
                      }
                    }));
    for (Ref approver : gate.approvers().all()) {
      String flaw = flaw(subject, gate, approver, touched[0], touched[1]);
      if (!flaw.isEmpty()) {
        boolean grave = touched[1] >= 0 && estate.assumed.levels().isRestricted(touched[1]);
        Hop hop =
            new Hop(
                gate.id(),
                Hop.Kind.HOLDS,
                approver.id(),
                approver.id() + " approves at " + gate.id() + ", but " + flaw,
                approver.origin(),
                gate.certainty());
        found.add(
            Paths.of(
                Crossing.Kind.UNFIT,
                subject,
                gate.id(),
                approver.id(),
                Verb.EXECUTE,
                flaw,
                grave ? Severity.HIGH : Severity.MEDIUM,
                Lists.immutable.empty(),
                Lists.immutable.of(hop)),
            true);
      }
    }
  }

  private String flaw(Subject subject, Gate gate, Ref approver, int touched, int rank) {
    int node = estate.nodes().number(approver.id());
    if (node < 0) {
      return "";
    }
    RoaringBitmap actors = subject.own().actorSet();
    boolean acts =
        !gate.independent().or(false)
            && RoaringBitmap.intersects(estate.membership.below(node), actors);
    if (acts) {
      return "acts there as well";
    }
    if (touched >= 0 && rank >= 1 && !estate.people.isCleared(node, rank, touched)) {
      return "is not cleared for what it guards, which is " + estate.levelName(rank);
    }
    int limit = estate.assumed.settings().approvalsPerDay();
    int perDay = gate.approvalsPerDay().or(0);
    return perDay > limit
        ? "is asked " + perDay + " times a day, and " + limit + " is the limit"
        : "";
  }

  /** It writes a guardrail, the place where one of its gates is defined, or its own log. */
  private void unlimits(Subject subject, Found found) {
    TreeSortedMap<Integer, Boolean> limits = TreeSortedMap.newMap();
    subject
        .agent()
        .guardrails()
        .all()
        .forEach(ref -> limits.merge(number(ref), false, Boolean::logicalOr));
    subject
        .agent()
        .audit()
        .value()
        .flatMap(audit -> audit.log().value())
        .ifPresent(log -> limits.merge(number(log), false, Boolean::logicalOr));
    for (Way way : subject.own().ways()) {
      for (GateUse use : way.gates()) {
        estate
            .assumed
            .gate(use.id())
            .ifPresent(
                gate ->
                    gate.heldIn()
                        .value()
                        .ifPresent(
                            held -> limits.merge(number(held), depends(gate), Boolean::logicalOr)));
      }
    }
    limits.forEachKeyValue(
        (node, gateDepends) -> {
          Way way =
              node < 0
                  ? null
                  : subject
                      .own()
                      .ways()
                      .detect(each -> Doing.changes(each) && each.targets().has(node));
          if (way != null) {
            found.add(
                Paths.of(
                    Crossing.Kind.UNLIMITING,
                    subject,
                    estate.id(node),
                    "",
                    way.verb(),
                    "",
                    gateDepends ? Severity.CRITICAL : Severity.HIGH,
                    way.gates(),
                    Hops.to(estate.assumed, subject.agent().id(), way, node)),
                true);
          }
        });
  }

  private int number(Ref ref) {
    return estate.nodes().number(ref.id());
  }

  private boolean depends(Gate gate) {
    Gate.Strength strength = estate.assumed.strength(gate);
    return !gate.logOnly()
        && (strength == Gate.Strength.HOST || strength == Gate.Strength.RESOURCE);
  }
}
