package dev.ambit.cli;

import dev.ambit.Prepared;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Case;
import dev.ambit.model.Crossing;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Reach;
import dev.ambit.model.Reach.Relation;
import dev.ambit.report.PathsFound;
import dev.ambit.trace.Tracer;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit why}: the line as far as trace, and one agent's paths to one asset. */
final class Why {
  private static final Comparator<ExposurePath> WORST_THEN_SHORTEST =
      Comparator.comparing(ExposurePath::severity, Comparator.reverseOrder())
          .thenComparing(path -> path.hops().size());

  private final String agent;
  private final String asset;
  private final AccessMap access;

  private Why(String agent, String asset, AccessMap access) {
    this.agent = agent;
    this.asset = asset;
    this.access = access;
  }

  static Outcome run(WhyCommand asked, Console console) {
    boolean asJson = asked.out.equals("json=-");
    if (!asJson && !asked.out.equals("text=-")) {
      throw new UsageException("why answers on stdout: --out json=- or --out text=-");
    }
    AccessMap access;
    PathsFound found;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading");
      Optional<Prepared> kept = asked.resolving.kept(asked.paths, console);
      access =
          kept.map(Prepared::resolved)
              .orElseGet(() -> asked.resolving.read(asked.paths, console))
              .access();
      found = new Why(asked.agent, asked.asset, access).answer(kept);
    }
    console.tell(found, asJson);
    return Outcome.answered(access.facts().areWhole());
  }

  private PathsFound answer(Optional<Prepared> kept) {
    mustExist("agent", agent, access.facts().agents().collect(Agent::id));
    mustExist("asset", asset, access.facts().assets().collect(Asset::id));
    Tracer worst = kept.map(each -> each.traced().worst()).orElseGet(this::traced);
    ImmutableList<String> places = containers(Lists.immutable.of(asset));
    ImmutableList<ExposurePath> paths =
        worst
            .of(agent)
            .select(crossing -> places.contains(crossing.asset()))
            .collect(Crossing::path)
            .distinct()
            .toSortedList(WORST_THEN_SHORTEST)
            .toImmutable();
    return new PathsFound(agent, asset, paths, paths.isEmpty() ? none(worst.reach()) : "");
  }

  private Tracer traced() {
    ImmutableList<Agent> asked = access.facts().agents().select(each -> each.id().equals(agent));
    return Tracer.trace(access, Case.WORST, asked);
  }

  /** A path to a container is a path to what is in it. */
  private ImmutableList<String> containers(ImmutableList<String> known) {
    ImmutableList<String> outer =
        access
            .facts()
            .assets()
            .select(each -> known.contains(each.id()))
            .flatCollect(each -> each.in().ids())
            .reject(known::contains)
            .distinct();
    return outer.isEmpty() ? known : containers(known.newWithAll(outer));
  }

  private String none(Reach reach) {
    boolean reads = reach.holds(Relation.READS, agent, asset);
    boolean changes =
        Lists.immutable
            .of(Relation.WRITES, Relation.DELETES, Relation.SHARES, Relation.ADMINISTERS)
            .anySatisfy(relation -> reach.holds(relation, agent, asset));
    if (reads) {
      return agent + " can read " + asset + ", and everybody whom it tells is cleared for it";
    }
    return changes
        ? agent + " can change " + asset + ", and no way exposes or destroys it unchecked"
        : agent + " has no right on " + asset + ", and nobody who reads its advice can open it";
  }

  private static void mustExist(String what, String name, ImmutableList<String> known) {
    if (!known.contains(name)) {
      throw new UsageException(
          "there is no " + what + " '" + name + "'" + Suggestion.after(name, known));
    }
  }
}
