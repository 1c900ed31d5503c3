package dev.ambit.rules;

import dev.ambit.graph.AccessGraph;
import dev.ambit.graph.Cell;
import dev.ambit.model.Audience;
import dev.ambit.model.Certainty;
import dev.ambit.model.Crossing;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Framework;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Turns the rows of one flaw into the finding that every output prints. */
final class FindingOf {
  private static final int PATHS_SHOWN = 10;

  private final Rule rule;
  private final ImmutableList<Framework> frameworks;
  private final AccessGraph graph;

  FindingOf(Rule rule, ImmutableList<Framework> frameworks, AccessGraph graph) {
    this.rule = rule;
    this.frameworks = frameworks;
    this.graph = graph;
  }

  /** As it stands in one case: {@code severityBest} is what the rows say of it, else none. */
  Finding finding(Group group) {
    String message = new Message(rule.message()).filledFrom(group.worst().row());
    // One witness for each channel, right or requester; the list is worst first, so the worst
    // stays.
    ImmutableList<Crossing> crossings =
        group.crossings().distinctBy(path -> path.through() + " " + path.by());
    ImmutableList<ExposurePath> paths =
        crossings.isEmpty()
            ? Lists.immutable.of(singleHop(group, message))
            : crossings.take(PATHS_SHOWN).collect(Crossing::path);
    return new Finding(
        rule.id(),
        rule.title(),
        group.subject(),
        group.object(),
        group.worst().severity(),
        group.best().orElse(Severity.NONE),
        paths.getFirst().certainty(),
        Finding.Status.NEW,
        message,
        rule.why(),
        rule.fix(),
        audience(crossings),
        gates(group.crossings()),
        paths,
        Math.max(1, crossings.size()),
        Lists.immutable.empty(),
        frameworks,
        evidence(group, crossings, paths));
  }

  /** What holds subject and object together, where no crossing shows it. */
  private ExposurePath singleHop(Group group, String message) {
    String clause = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    Origin origin =
        graph.origin(group.object()).or(() -> graph.origin(group.subject())).orElse(rule.origin());
    Certainty certainty =
        graph.certainty(graph.has(group.object()) ? group.object() : group.subject());
    Hop hop =
        new Hop(
            group.subject(),
            rule.hop().or(Hop.Kind.HOLDS),
            group.object(),
            clause,
            origin,
            certainty);
    return new ExposurePath(Lists.immutable.of(hop), Severity.INFO);
  }

  private static Audience audience(ImmutableList<Crossing> crossings) {
    return crossings
        .collect(Crossing::audience)
        .maxByOptional(audience -> Candidate.weight(audience.uncleared()))
        .orElse(Audience.NOBODY);
  }

  /** Each gate once, as it counts on the worst path that it stands on; sorted by id. */
  private static ImmutableList<GateUse> gates(ImmutableList<Crossing> crossings) {
    return crossings
        .flatCollect(Crossing::gates)
        .distinctBy(GateUse::id)
        .toImmutableSortedList(Comparator.naturalOrder());
  }

  /** The places of the worst path in its order; else the object's, the subject's, then the rest. */
  private ImmutableList<Origin> evidence(
      Group group, ImmutableList<Crossing> crossings, ImmutableList<ExposurePath> paths) {
    if (crossings.notEmpty()) {
      return paths.getFirst().hops().collect(Hop::origin).distinct();
    }
    ImmutableList<String> quoted =
        Lists.immutable
            .withAll(group.worst().row().cells().valuesView())
            .selectInstancesOf(Cell.Named.class)
            .collect(Cell.Named::id);
    ImmutableList<Origin> places =
        Lists.immutable
            .of(group.object(), group.subject())
            .newWithAll(quoted)
            .flatCollect(this::place)
            .distinct();
    return places.isEmpty() ? Lists.immutable.of(rule.origin()) : places;
  }

  private ImmutableList<Origin> place(String id) {
    Optional<Origin> origin = graph.origin(id);
    return Lists.immutable.fromStream(origin.stream());
  }
}
