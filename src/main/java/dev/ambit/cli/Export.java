package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.graph.AccessGraph;
import dev.ambit.model.AccessMap;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;

/** The work of {@code ambit export}. */
final class Export {
  private static final String FORMAT = "ttl=";

  private Export() {}

  static Outcome run(ExportCommand asked, Console console) {
    if (!asked.out.startsWith(FORMAT) || asked.out.length() == FORMAT.length()) {
      throw new UsageException(
          "--out takes ttl=FILE, as in ttl=graph.ttl or ttl=-, and found '" + asked.out + "'");
    }
    String place = asked.out.substring(FORMAT.length());
    AccessMap access;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading");
      access = asked.resolving.access(asked.paths, console);
      AccessGraph graph = Analysis.graph(access);
      if (!place.equals("-")) {
        WholeFile.write(Path.of(place), out -> graph.write(out, asked.derived));
      } else {
        graph.write(console.out(), asked.derived);
      }
    }
    if (access.facts().inputs().isEmpty()) {
      return new Outcome(ExitCode.NOTHING_TO_SCAN, "no connector reads any of the files");
    }
    return access.facts().areWhole()
        ? new Outcome(ExitCode.PASSED, "exported")
        : new Outcome(ExitCode.INCOMPLETE, "exported what could be read; not all could");
  }
}
