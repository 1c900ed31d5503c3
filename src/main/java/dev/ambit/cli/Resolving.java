package dev.ambit.cli;

import dev.ambit.Resolved;
import dev.ambit.model.AccessMap;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** How inputs are resolved, in every command that asks who can do what and needs no rule. */
final class Resolving {
  @Mixin DayOption day = new DayOption();

  @Mixin SnapshotOption snapshot = new SnapshotOption();

  AccessMap access(List<Path> paths, Console console) {
    return Resolved.of(InputPaths.of(paths), day.asOf(console), snapshot.file()).access();
  }
}
