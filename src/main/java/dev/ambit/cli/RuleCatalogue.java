package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.report.Counted;
import dev.ambit.report.Visible;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit rules list} and {@code show}, and of {@code explain} for a rule. */
final class RuleCatalogue {
  private RuleCatalogue() {}

  static Outcome list(ImmutableList<Path> folders, Console console) {
    ImmutableList<Rule> rules = Analysis.rules(folders).rules();
    int width = rules.collectInt(rule -> rule.id().length()).maxIfEmpty(0);
    for (Rule rule : rules) {
      console.print(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %-8s  %s",
              rule.id(),
              rule.severityWord(),
              Visible.of(rule.title())));
    }
    return new Outcome(ExitCode.PASSED, Counted.of(rules.size(), "rule"));
  }

  static Outcome show(String name, ImmutableList<Path> folders, Console console) {
    RuleBook book = Analysis.rules(folders);
    Rule rule = named(name, book);
    book.text(rule.id()).stream().flatMap(String::lines).map(Visible::of).forEach(console::print);
    return new Outcome(ExitCode.PASSED, "the text of " + rule.id());
  }

  static Outcome explain(String name, RuleBook book, Console console) {
    Rule rule = named(name, book);
    console.print(rule.id() + "  " + book.severityOf(rule));
    console.print(Visible.of(rule.title()));
    console.print("");
    console.print("says   " + Visible.of(rule.message()));
    console.print("why    " + Visible.of(rule.why()));
    console.print("fix    " + Visible.of(rule.fix()));
    rule.references().forEach(reference -> console.print("see    " + Visible.of(reference)));
    console.print("since  " + Visible.of(rule.since()));
    return new Outcome(ExitCode.PASSED, "what " + rule.id() + " means");
  }

  private static Rule named(String name, RuleBook book) {
    return book.rule(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no rule '"
                        + name
                        + "'"
                        + Suggestion.after(name, book.rules().collect(Rule::id))
                        + "; 'ambit rules list' names all"));
  }
}
