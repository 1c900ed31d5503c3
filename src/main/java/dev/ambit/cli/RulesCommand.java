package dev.ambit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit rules}: the catalogue, and the examples that prove it. */
@Command(
    name = "rules",
    description = "Lists, shows and tests rules.",
    sortOptions = false,
    subcommands = {RulesCommand.Listing.class, RulesCommand.Show.class, RulesCommand.Test.class})
final class RulesCommand implements Task {

  @Override
  public Outcome run(Console console) {
    throw new UsageException("say what to do with the rules: 'ambit rules list', 'show' or 'test'");
  }

  /** {@code ambit rules list}. */
  @Command(
      name = "list",
      description = "Prints id, severity and title of every rule, one a line, sorted by id.",
      sortOptions = false)
  static final class Listing implements Task {
    @Mixin RuleFolders rules = new RuleFolders();

    @Override
    public Outcome run(Console console) {
      return RuleCatalogue.list(rules.all(), console);
    }
  }

  /** {@code ambit rules show}. */
  @Command(
      name = "show",
      description = "Prints the text of a rule: its header and its query.",
      sortOptions = false)
  static final class Show implements Task {
    @Parameters(index = "0", paramLabel = "RULE", description = "As in action/open-egress.")
    String name = "";

    @Mixin RuleFolders rules = new RuleFolders();

    @Override
    public Outcome run(Console console) {
      return RuleCatalogue.show(name, rules.all(), console);
    }
  }

  /** {@code ambit rules test}. */
  @Command(
      name = "test",
      description = "Runs the examples beside the rules through the whole line.",
      sortOptions = false)
  static final class Test implements Task {
    @Parameters(
        arity = "0..*",
        paramLabel = "DIR",
        description = "Folders of rules; default: the rules that come with ambit.")
    List<Path> folders = new ArrayList<>();

    @Option(
        names = "--mutants",
        description = {
          "Take one piece of each rule away at a time, and see whether its examples notice.",
          "Prints the pieces that no example shows the need of."
        })
    boolean mutants;

    @Override
    public Outcome run(Console console) {
      return RuleTests.run(folders, mutants, console);
    }
  }
}
