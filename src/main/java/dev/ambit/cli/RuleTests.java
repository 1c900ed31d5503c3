package dev.ambit.cli;

import dev.ambit.RuleExample;
import dev.ambit.RuleExamples;
import dev.ambit.report.Counted;
import dev.ambit.report.Visible;
import dev.ambit.rules.ExampleFile;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The work of {@code ambit rules test}: every example through the whole line. */
final class RuleTests {
  private final RuleBook rules;
  private final ImmutableList<RuleExample> examples;
  private final MutableList<String> failures = Lists.mutable.empty();

  private RuleTests(RuleBook rules, ImmutableList<ExampleFile> files) {
    this.rules = rules;
    this.examples = files.flatCollect(RuleExamples::in);
  }

  /** The rules of each folder alone; our own if none is named. */
  static Outcome run(List<Path> folders, Console console) {
    ImmutableList<RuleTests> tests =
        folders.isEmpty()
            ? Lists.immutable.of(new RuleTests(RuleBook.shipped(), ExampleFile.shipped()))
            : Lists.immutable
                .withAll(folders)
                .collect(folder -> new RuleTests(RuleBook.in(folder), ExampleFile.in(folder)));
    try (Progress progress = Progress.of(console)) {
      tests.forEach(each -> each.run(progress));
    }
    tests.flatCollect(each -> each.failures).forEach(console::print);
    int all = (int) tests.sumOfInt(each -> each.examples.size());
    int failed = (int) tests.sumOfInt(each -> each.failures.size());
    return failed == 0
        ? new Outcome(ExitCode.PASSED, Counted.of(all, "example") + " as their authors say")
        : new Outcome(
            ExitCode.USAGE,
            Counted.of(failed, "mistake") + " in rules or their " + Counted.of(all, "example"));
  }

  private void run(Progress progress) {
    for (Rule rule : rules.rules()) {
      progress.begin("testing " + rule.id());
      ImmutableList<RuleExample> own = examples.select(each -> each.rule().equals(rule.id()));
      if (own.noneSatisfy(each -> each.finds().notEmpty())) {
        failures.add(rule.id() + ": no example in which it finds something");
      }
      if (own.noneSatisfy(each -> each.finds().isEmpty())) {
        failures.add(rule.id() + ": no example in which it is quiet");
      }
      own.forEach(this::run);
    }
  }

  private void run(RuleExample example) {
    for (String difference : example.differences(rules)) {
      failures.add(Visible.of(example.origin() + ": " + example.world() + ": " + difference));
    }
  }
}
