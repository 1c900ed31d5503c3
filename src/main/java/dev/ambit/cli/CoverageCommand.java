package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit coverage}: what is missing for a full judgement. */
@Command(
    name = "coverage",
    description = "Lists the facts that are missing, and how much hangs on each.",
    sortOptions = false)
final class CoverageCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--stub",
      description = "Print an inventory that asks for them, to fill in and scan with the others.")
  boolean asStub;

  @Mixin DayOption day = new DayOption();

  @Mixin RuleFolders rules = new RuleFolders();

  @Override
  public Outcome run(Console console) {
    return Coverage.run(this, console);
  }
}
