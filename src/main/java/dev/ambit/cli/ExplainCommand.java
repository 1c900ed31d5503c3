package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ambit explain}: the long text of a rule or of a finding. */
@Command(
    name = "explain",
    description = "Tells all about a rule, or about one finding in the inputs.",
    sortOptions = false)
final class ExplainCommand implements Task {
  @Parameters(
      index = "0",
      paramLabel = "RULE|FINDING",
      description = "As in action/open-egress, or in F-36013ebb6980.")
  String name = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "Where the finding is; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Mixin DayOption day = new DayOption();

  @Mixin RuleFolders rules = new RuleFolders();

  @Mixin SeverityOptions severities = new SeverityOptions();

  @Override
  public Outcome run(Console console) {
    return Explanation.run(this, console);
  }
}
