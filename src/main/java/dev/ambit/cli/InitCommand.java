package dev.ambit.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit init}: from a folder of files to a first scan. */
@Command(
    name = "init",
    description = {
      "Finds agent and policy files, and offers to write an inventory that asks for what they do",
      "not say, and a job for CI. It asks first, and never writes over a file."
    },
    sortOptions = false)
final class InitCommand implements Task {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder; default: the current one.")
  Path folder = Path.of(".");

  @Option(
      names = "--ci",
      paramLabel = "SYSTEM",
      defaultValue = "",
      description = "github or gitlab; default: the one that the folder has files of, or github.")
  String system = "";

  @Option(names = "--yes", description = "Write without asking, for scripts.")
  boolean isAgreed;

  @Override
  public Outcome run(Console console) {
    return Beginning.run(this, console);
  }
}
