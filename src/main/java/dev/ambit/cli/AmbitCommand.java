package dev.ambit.cli;

import dev.ambit.Analysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code ambit} itself: what all commands have in common. */
@Command(
    name = "ambit",
    description = "Finds the paths by which an AI agent's action or advice exposes data.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = AmbitCommand.Version.class,
    sortOptions = false,
    subcommands = {
      ScanCommand.class,
      InitCommand.class,
      ValidateCommand.class,
      ExplainCommand.class,
      WhyCommand.class,
      CoverageCommand.class,
      ReportCommand.class,
      WhoCommand.class,
      CanCommand.class,
      WaiveCommand.class,
      BaselineCommand.class,
      HistoryCommand.class,
      DiffCommand.class,
      ReachCommand.class,
      StressCommand.class,
      FixCommand.class,
      SimulateCommand.class,
      ExportCommand.class,
      RulesCommand.class
    },
    footerHeading = "%nMost used:%n",
    footer = {
      "  ambit scan .                              judge what is in this folder",
      "  ambit scan . --out html=report.html       the same, and write a report",
      "  ambit explain advice/reaches-access-changers",
      "",
      "Exit codes, the first that holds of 70, 2, 4, 3 for an unreadable input, 1, 3, 0:",
      "   0  passed",
      "   1  findings at or above --fail-on",
      "   2  wrong usage, or a waiver, baseline or rule file that is wrong",
      "   3  incomplete: an input could not be read, or something was not judged",
      "   4  nothing to scan",
      "  70  a fault in the tool",
      " 130  interrupted; 143 terminated",
    })
final class AmbitCommand implements Task {
  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing on stderr but the last line.")
  private boolean isQuiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Tell each stage; -vv each file and rule.")
  private boolean[] louder = {};

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      converter = ColorConverter.class,
      description = "Colour text on stdout: auto (default), always, never.")
  private Color color = Color.AUTO;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean asksForHelp;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean asksForVersion;

  /** How the person wants to be talked to, in these surroundings. */
  Console console(Surroundings around) {
    Verbosity verbosity =
        isQuiet
            ? Verbosity.QUIET
            : louder.length == 0
                ? Verbosity.WARNINGS
                : louder.length == 1 ? Verbosity.STAGES : Verbosity.EVERYTHING;
    return new Console(around, verbosity, color);
  }

  /** No scan by accident: a bare {@code ambit} asks what to do. */
  @Override
  public Outcome run(Console console) {
    throw new UsageException("say what to do, for example 'ambit scan .'; see 'ambit --help'");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ambit " + Analysis.VERSION};
    }
  }
}
