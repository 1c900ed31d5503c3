package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit can}: one request to AWS, decided with the policies that were read. */
@Command(
    name = "can",
    description = "Says whether a principal can do an action on a resource of AWS, and why.",
    sortOptions = false)
final class CanCommand implements Task {
  @Parameters(
      index = "0",
      paramLabel = "PRINCIPAL",
      description = "Its id or ARN; the ARN of a role's session; a service; internet.")
  String principal = "";

  @Parameters(index = "1", paramLabel = "ACTION", description = "As in s3:GetObject.")
  String action = "";

  @Parameters(index = "2", paramLabel = "RESOURCE", description = "An ARN, or an asset's id.")
  String resource = "";

  @Parameters(
      index = "3..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--session-policy",
      paramLabel = "FILE",
      description = "The policy that the session was begun with; it limits what the principal may.")
  String sessionPolicy = "";

  @Mixin RequestOptions options = new RequestOptions();

  @Override
  public Outcome run(Console console) {
    return Questions.can(this, console);
  }
}
