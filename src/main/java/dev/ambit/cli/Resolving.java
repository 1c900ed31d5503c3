package dev.ambit.cli;

import dev.ambit.Prepared;
import dev.ambit.Resolved;
import dev.ambit.model.AccessMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** How inputs are resolved, in every command that asks who can do what and needs no rule. */
final class Resolving {
  @Mixin DayOption day = new DayOption();

  @Mixin SnapshotOption snapshot = new SnapshotOption();

  AccessMap access(List<Path> paths, Console console) {
    return kept(paths, console)
        .map(Prepared::resolved)
        .orElseGet(() -> read(paths, console))
        .access();
  }

  Resolved read(List<Path> paths, Console console) {
    return Resolved.of(InputPaths.of(paths), day.asOf(console));
  }

  /** What a snapshot keeps of it, if one is asked for. */
  Optional<Prepared> kept(List<Path> paths, Console console) {
    return snapshot
        .file()
        .map(file -> Prepared.keptIn(file, InputPaths.of(paths), day.asOf(console)));
  }
}
