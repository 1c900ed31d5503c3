package dev.ambit;

import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Judged;
import dev.ambit.model.Levels;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;

/** Names the highest level among the assets and channels that a finding goes over. */
public final class HighestLevel implements Function<Finding, String> {
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Levels levels;

  private HighestLevel(Levels levels) {
    this.levels = levels;
  }

  /**
   * By what is known after judging.
   *
   * @param judged of the worst case
   */
  public static HighestLevel of(ImmutableList<Judged> judged, Levels levels) {
    HighestLevel highest = new HighestLevel(levels);
    judged
        .select(each -> each.aspect() == Judged.Aspect.RANK)
        .forEach(
            each -> highest.ranks.merge(each.about(), Integer.valueOf(each.value()), Integer::max));
    return highest;
  }

  /** The name of a level; empty if none is known. */
  @Override
  public String apply(Finding finding) {
    Stream<String> ends =
        finding.paths().stream()
            .flatMap((ExposurePath path) -> path.hops().stream())
            .flatMap((Hop hop) -> Stream.of(hop.from(), hop.to()));
    int rank =
        Stream.concat(Stream.of(finding.object()), ends)
            .mapToInt(node -> ranks.getOrDefault(node, -1))
            .max()
            .orElse(-1);
    return rank < 0 ? "" : levels.name(rank);
  }
}
