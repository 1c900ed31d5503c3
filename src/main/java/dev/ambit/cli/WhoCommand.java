package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit who}: everybody who can do an action on an asset of AWS. */
@Command(
    name = "who",
    description = "Lists every principal that can do an action on an asset of AWS, and how.",
    sortOptions = false)
final class WhoCommand implements Task {
  @Parameters(index = "0", paramLabel = "ASSET", description = "Its id, or an ARN.")
  String asset = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--action",
      required = true,
      paramLabel = "ACTION",
      description = "As in s3:GetObject.")
  String action = "";

  @Mixin RequestOptions options = new RequestOptions();

  @Override
  public Outcome run(Console console) {
    return Questions.who(this, console);
  }
}
