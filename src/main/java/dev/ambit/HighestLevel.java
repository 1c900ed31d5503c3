package dev.ambit;

import dev.ambit.model.AccessMap;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Levels;
import dev.ambit.model.Ranking;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names the highest level among the assets and channels that a finding goes over. */
public final class HighestLevel implements Function<Finding, String> {
  private final AccessMap access;
  private final Levels levels;

  HighestLevel(AccessMap access) {
    this.access = access;
    this.levels = access.facts().settings().levels();
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
            .mapToInt(access.nodes()::number)
            .filter(node -> node >= 0)
            .map(access.ranks()::of)
            .max()
            .orElse(Ranking.UNKNOWN);
    return rank == Ranking.UNKNOWN ? "" : levels.name(rank);
  }
}
