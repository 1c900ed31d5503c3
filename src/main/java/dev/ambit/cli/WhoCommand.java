package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit who}: everybody who can do something with a thing, or one action on one of AWS. */
@Command(
    name = "who",
    description = {
      "Says who reads, writes or posts to a channel, an asset or anything else that has an id, and",
      "why; with --action, every principal that can do this action on an asset of AWS."
    },
    sortOptions = false)
final class WhoCommand implements Task {
  @Parameters(index = "0", paramLabel = "NAME", description = "Its id, or an ARN.")
  String asset = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "One action of AWS, as in s3:GetObject.")
  String action = "";

  @Mixin RequestOptions options = new RequestOptions();

  @Mixin Resolving resolving = new Resolving();

  @Override
  public Outcome run(Console console) {
    return action.isEmpty() ? Holding.who(this, console) : Questions.who(this, console);
  }
}
