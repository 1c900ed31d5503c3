package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit why}: every path from an agent to an asset. */
@Command(
    name = "why",
    description = "Shows every path by which an agent exposes an asset, or says why there is none.",
    sortOptions = false)
final class WhyCommand implements Task {
  @Parameters(index = "0", paramLabel = "AGENT", description = "Its id.")
  String agent = "";

  @Parameters(index = "1", paramLabel = "ASSET", description = "Its id.")
  String asset = "";

  @Parameters(
      index = "2..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FORMAT=-", description = "json=- for a program.")
  String out = "text=-";

  @Mixin Resolving resolving = new Resolving();

  @Override
  public Outcome run(Console console) {
    return Why.run(this, console);
  }
}
