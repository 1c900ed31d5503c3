package dev.ambit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The files and folders named on the command line. */
final class InputPaths {
  private InputPaths() {}

  /**
   * As named; the current folder if none is.
   *
   * @throws UsageException if one does not exist: a slip of the pen, and no unreadable input
   */
  static ImmutableList<Path> of(List<Path> named) {
    ImmutableList<Path> paths =
        named.isEmpty() ? Lists.immutable.of(Path.of(".")) : Lists.immutable.withAll(named);
    paths.forEach(
        path -> {
          if (Files.notExists(path)) {
            throw new UsageException("there is no file or folder " + path);
          }
        });
    return paths;
  }
}
