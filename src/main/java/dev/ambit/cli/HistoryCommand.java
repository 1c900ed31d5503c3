package dev.ambit.cli;

import dev.ambit.model.KeptRun;
import dev.ambit.report.Counted;
import dev.ambit.report.HistoryTold;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit history}: the runs that 'scan --history' kept. */
@Command(
    name = "history",
    description = "The runs that 'scan --history DIR' kept.",
    sortOptions = false,
    subcommands = {HistoryCommand.Show.class, HistoryCommand.Prune.class})
final class HistoryCommand implements Task {
  private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

  @Override
  public Outcome run(Console console) {
    throw new UsageException(
        "say what to do with the history: 'ambit history list' or 'ambit history prune'");
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + folder);
    }
    return folder;
  }

  /** {@code ambit history list}. */
  @Command(name = "list", description = "Lists the runs, the oldest first.", sortOptions = false)
  static final class Show implements Task {
    @Parameters(index = "0", paramLabel = "DIR", description = "That of 'scan --history'.")
    Path folder = Path.of("");

    @Override
    public Outcome run(Console console) {
      try (HistoryFolder history = HistoryFolder.open(existing(folder), console)) {
        ImmutableList<KeptRun> runs = history.runs();
        runs.forEach(each -> console.print(HistoryTold.line(each.run())));
        return new Outcome(ExitCode.PASSED, Counted.of(runs.size(), "run") + " kept");
      }
    }
  }

  /** {@code ambit history prune}. */
  @Command(
      name = "prune",
      description = "Deletes runs that are older; the last one stays.",
      sortOptions = false)
  static final class Prune implements Task {
    @Parameters(index = "0", paramLabel = "DIR", description = "That of 'scan --history'.")
    Path folder = Path.of("");

    @Option(
        names = "--keep",
        required = true,
        paramLabel = "DAYS",
        description = "How long runs stay, as in 90d.")
    String keep = "";

    @Override
    public Outcome run(Console console) {
      Matcher days = DAYS.matcher(keep);
      if (!days.matches()) {
        throw new UsageException("--keep takes days, as in 90d, and found '" + keep + "'");
      }
      Duration age = Duration.ofDays(Long.parseLong(days.group(1)));
      try (HistoryFolder history = HistoryFolder.open(existing(folder), console)) {
        int gone = history.prune(console.around().now().minus(age));
        return new Outcome(ExitCode.PASSED, "deleted " + Counted.of(gone, "run"));
      }
    }
  }
}
