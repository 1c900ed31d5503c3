package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ambit validate}: reads, and judges nothing. */
@Command(
    name = "validate",
    description = "Reads the inputs and says what is wrong with them; judges nothing.",
    sortOptions = false)
final class ValidateCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
  List<Path> paths = new ArrayList<>();

  @Override
  public Outcome run(Console console) {
    return Validation.run(InputPaths.of(paths), console);
  }
}
