package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit export}: the graph that rules are asked of, for other SPARQL engines. */
@Command(
    name = "export",
    description = "Writes the graph that rules see, in the worst case, for any SPARQL engine.",
    sortOptions = false)
final class ExportCommand implements Task {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ttl=FILE",
      description = "Where to; - is stdout.")
  String out = "";

  @Option(
      names = "--derived",
      description =
          "Also who reaches what and every crossing: then the text of our rules finds there what"
              + " it finds here.")
  boolean derived;

  @Mixin Resolving resolving = new Resolving();

  @Override
  public Outcome run(Console console) {
    return Export.run(this, console);
  }
}
