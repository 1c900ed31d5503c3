package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit report}: any output again, from a stored result. */
@Command(
    name = "report",
    description = "Writes outputs again from a result that 'ambit scan --out json=FILE' wrote.",
    sortOptions = false)
final class ReportCommand implements Task {
  @Parameters(
      paramLabel = "RESULT",
      description = "The stored result, a JSON file. Nothing is read or judged again.")
  Path result = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FORMAT=PATH",
      completionCandidates = FormatNames.class,
      description = {
        "Write an output; '-' is stdout, which gets text otherwise. Repeatable. Formats:",
        "${COMPLETION-CANDIDATES}."
      })
  List<String> out = new ArrayList<>();

  @Mixin LookOptions look = new LookOptions();

  @Override
  public Outcome run(Console console) {
    return Rendering.run(this, console);
  }
}
