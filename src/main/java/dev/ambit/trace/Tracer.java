package dev.ambit.trace;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Audience;
import dev.ambit.model.Case;
import dev.ambit.model.Crossing;
import dev.ambit.model.Crossings;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Judged;
import dev.ambit.model.Nodes;
import dev.ambit.model.Reach;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;
import org.eclipse.collections.impl.multimap.list.FastListMultimap;
import org.jspecify.annotations.Nullable;

/** All paths of all agents, judged in one case. A retired agent has none. */
public final class Tracer implements Crossings {
  private final Supplier<Known> known;
  private final Case which;
  private final ImmutableList<Crossing> all;
  private final ImmutableListMultimap<String, Crossing> byAgent;

  /** Made when they are asked for: who only asks for paths that are known needs neither. */
  private @Nullable Estate estate;

  private @Nullable ImmutableList<Judged> judged;

  private Tracer(Supplier<Known> known, Case which, ImmutableList<Crossing> all) {
    this.known = known;
    this.which = which;
    this.all = all;
    this.byAgent = all.groupBy(Crossing::agent);
  }

  /**
   * What {@link #trace} found in these facts before.
   *
   * @param all the paths, sorted
   * @param judged what judging made of the facts, sorted
   */
  public static Tracer of(
      Supplier<Known> known,
      Case which,
      ImmutableList<Crossing> all,
      ImmutableList<Judged> judged) {
    Tracer tracer = new Tracer(known, which, all);
    tracer.judged = judged;
    return tracer;
  }

  public static Tracer trace(AccessMap access, Case which) {
    return trace(Known.later(access), which);
  }

  /** The same, for one who traces the other case too. */
  public static Tracer trace(Supplier<Known> known, Case which) {
    return trace(known, which, known.get().access.facts().agents());
  }

  /** The paths of some agents only, for a question about them. */
  public static Tracer trace(AccessMap access, Case which, ImmutableList<Agent> agents) {
    return trace(Known.later(access), which, agents);
  }

  private static Tracer trace(Supplier<Known> known, Case which, ImmutableList<Agent> agents) {
    Estate estate = new Estate(known.get(), which);
    ActionPaths actions = new ActionPaths(estate);
    AdvicePaths advice = new AdvicePaths(estate);
    DeputyPaths deputies = new DeputyPaths(estate);
    DestructionPaths destruction = new DestructionPaths(estate);
    EscalationPaths escalation = new EscalationPaths(estate);
    StandingPaths standing = new StandingPaths(estate);
    GatePaths gates = new GatePaths(estate);
    ScopePaths scope = new ScopePaths(estate);
    StrongerPaths stronger = new StrongerPaths(estate);
    SessionPaths sessions = new SessionPaths(estate);
    FastListMultimap<String, Crossing> all = FastListMultimap.newMultimap();
    for (Agent agent : agents) {
      if (agent.isRetired()) {
        continue;
      }
      Subject subject = estate.subject(agent);
      Unlabelled unlabelled = new Unlabelled(estate, subject);
      Found found =
          (crossing, levelIsKnown) -> {
            if (levelIsKnown) {
              all.put(crossing.agent(), crossing);
            } else {
              unlabelled.add(crossing);
            }
          };
      actions.of(subject, found);
      advice.of(subject, found);
      advice.steering(subject, found);
      deputies.of(subject, found);
      destruction.of(subject, found);
      escalation.of(subject, found);
      standing.of(subject, found);
      gates.of(subject, found);
      scope.of(subject, found);
      stronger.of(subject, found);
      sessions.of(subject, all.get(agent.id()).toImmutable(), found);
      unlabelled.crossings().forEach(crossing -> all.put(crossing.agent(), crossing));
    }
    Tracer tracer = new Tracer(known, which, all.valuesView().toSortedList().toImmutable());
    tracer.estate = estate;
    return tracer;
  }

  /** Who can reach what, in the same case. */
  public Reach reach() {
    return new TracedReach(this::estate);
  }

  /** What judging made of the facts, in the same case; sorted. */
  public synchronized ImmutableList<Judged> judged() {
    if (judged == null) {
      judged = CaseFacts.of(estate());
    }
    return judged;
  }

  synchronized Estate estate() {
    if (estate == null) {
      estate = new Estate(known.get(), which);
    }
    return estate;
  }

  @Override
  public ImmutableList<Crossing> all() {
    return all;
  }

  @Override
  public ImmutableList<Crossing> of(String agent) {
    return byAgent.get(agent);
  }

  @Override
  public Severity worst(String agent) {
    return byAgent
        .get(agent)
        .asLazy()
        .select(crossing -> crossing.kind().isPath())
        .collect(Crossing::severity)
        .maxOptional()
        .orElse(Severity.NONE);
  }

  /** Data without a level in one agent's reach: one finding speaks for every path to it. */
  private static final class Unlabelled {
    private final Estate estate;
    private final Subject subject;
    private final TreeSortedMap<String, Crossing> worst = TreeSortedMap.newMap();

    Unlabelled(Estate estate, Subject subject) {
      this.estate = estate;
      this.subject = subject;
    }

    void add(Crossing crossing) {
      keep(crossing.asset(), crossing.severity(), crossing.path(), crossing.audience());
    }

    private void keep(String asset, Severity severity, ExposurePath path, Audience audience) {
      Severity judged = estate.assumed.isWorst() ? severity.max(Severity.MEDIUM) : Severity.MEDIUM;
      Crossing crossing =
          new Crossing(
              Crossing.Kind.UNCLASSIFIED,
              Crossing.Route.DEED,
              subject.agent().id(),
              asset,
              "",
              Verb.READ,
              "",
              "",
              judged,
              audience,
              0,
              Lists.immutable.empty(),
              Lists.immutable.empty(),
              path);
      worst.merge(
          asset,
          crossing,
          (one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one);
    }

    ImmutableList<Crossing> crossings() {
      Targets targets = new Targets(estate);
      ImmutableList<Way> touching =
          subject
              .ways()
              .select(
                  way ->
                      way.verb() != Verb.DISCOVER
                          && way.verb() != Verb.INVOKE
                          && way.source() != Way.Source.LOG);
      targets
          .of(touching)
          .forEachKeyValue(
              (node, ways) -> {
                if (estate.nodes().kind(node) == Nodes.Kind.ASSET && !estate.ranks.isKnown(node)) {
                  keep(
                      estate.id(node),
                      Severity.MEDIUM,
                      new ExposurePath(
                          Hops.to(estate.assumed, subject.agent().id(), ways.getFirst(), node),
                          Severity.MEDIUM),
                      Audience.NOBODY);
                }
              });
      return worst.toList().toImmutable();
    }
  }
}
