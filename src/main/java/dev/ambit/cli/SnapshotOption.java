package dev.ambit.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what was read is kept, in every command that may read the same inputs again. */
final class SnapshotOption {
  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = {
        "Keep in that file what was read and resolved; while no input changes, take it from",
        "there. It holds what the inputs hold: guard it as you guard them."
      })
  private @Nullable Path file;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
