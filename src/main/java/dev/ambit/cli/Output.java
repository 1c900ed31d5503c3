package dev.ambit.cli;

import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One {@code --out FORMAT=PATH}.
 *
 * @param path {@code -} is stdout
 */
record Output(ReportWriter writer, Path path) {
  private static final Path STDOUT = Path.of("-");
  private static final ImmutableList<String> FORMATS = ReportWriters.ALL.collect(ReportWriter::id);

  /**
   * Reads one option.
   *
   * @throws UsageException if there is no such format, or the path can take no file
   */
  static Output of(String asked) {
    int equals = asked.indexOf('=');
    if (equals < 1 || equals == asked.length() - 1) {
      throw new UsageException(
          "--out takes FORMAT=PATH, as in html=report.html or json=-, and found '" + asked + "'");
    }
    Output output =
        new Output(writer(asked.substring(0, equals)), path(asked.substring(equals + 1)));
    output.checkThatItCanBeWritten();
    return output;
  }

  private static ReportWriter writer(String format) {
    return ReportWriters.named(format)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no format '"
                        + format
                        + "'"
                        + Suggestion.after(format, FORMATS)
                        + " (there are "
                        + FORMATS.makeString(", ")
                        + ")"));
  }

  private static Path path(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + written + "' is no path: " + e.getReason(), e);
    }
  }

  /** A report that cannot be written is found out before the long work, not after it. */
  private void checkThatItCanBeWritten() {
    if (isStdout()) {
      return;
    }
    if (Files.isDirectory(path)) {
      throw new UsageException(path + " cannot be written: it is a folder");
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          path + " cannot be written: there is no folder " + folder + ". Make it first");
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw new UsageException(path + " cannot be written: permission is missing");
    }
  }

  /** A file in a folder beside this one, which is made if it is missing. */
  Output beside(ReportWriter.Beside beside) {
    Path place = folder().resolve(beside.path());
    try {
      Files.createDirectories(place.getParent());
    } catch (IOException e) {
      throw new UsageException(place + " cannot be written: " + e.getMessage(), e);
    }
    return new Output(beside.writer(), place);
  }

  boolean isStdout() {
    return path.equals(STDOUT);
  }

  private Path folder() {
    return Objects.requireNonNull(
        path.toAbsolutePath().normalize().getParent(), "a file stands in a folder");
  }

  /**
   * Where it is written before it takes its place: beside it, so that the move is one step. A pipe
   * or a device is written at once, since nothing can take its place.
   */
  Path draft() {
    return Files.exists(path) && !Files.isRegularFile(path)
        ? path
        : folder()
            .resolve("." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }
}
