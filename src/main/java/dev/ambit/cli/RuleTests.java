package dev.ambit.cli;

import dev.ambit.ExampleWorld;
import dev.ambit.RuleExample;
import dev.ambit.RuleExamples;
import dev.ambit.report.Counted;
import dev.ambit.report.Visible;
import dev.ambit.rules.ExampleFile;
import dev.ambit.rules.Mutant;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The work of {@code ambit rules test}: every example through the whole line, and on demand every
 * mutant of a rule through its examples.
 */
final class RuleTests {
  private final RuleBook rules;
  private final ImmutableList<RuleExample> examples;
  private final boolean withMutants;
  private final MutableList<String> failures = Lists.mutable.empty();
  private final MutableList<Mutant> survivors = Lists.mutable.empty();
  private int mutants;

  private RuleTests(RuleBook rules, ImmutableList<ExampleFile> files, boolean withMutants) {
    this.rules = rules;
    this.examples = files.flatCollect(RuleExamples::in);
    this.withMutants = withMutants;
  }

  /** The rules of each folder alone; our own if none is named. */
  static Outcome run(List<Path> folders, boolean withMutants, Console console) {
    ImmutableList<RuleTests> tests =
        folders.isEmpty()
            ? Lists.immutable.of(
                new RuleTests(RuleBook.shipped(), ExampleFile.shipped(), withMutants))
            : Lists.immutable
                .withAll(folders)
                .collect(
                    folder ->
                        new RuleTests(RuleBook.in(folder), ExampleFile.in(folder), withMutants));
    try (Progress progress = Progress.of(console)) {
      tests.forEach(each -> each.run(progress));
    }
    tests.flatCollect(each -> each.failures).forEach(console::print);
    tests
        .flatCollect(each -> each.survivors)
        .forEach(each -> console.print(Visible.of("no example shows the need of " + each)));
    return outcome(tests, withMutants);
  }

  private static Outcome outcome(ImmutableList<RuleTests> tests, boolean withMutants) {
    int rules = (int) tests.sumOfInt(each -> each.rules.rules().size());
    int examples = (int) tests.sumOfInt(each -> each.examples.size());
    int failed = (int) tests.sumOfInt(each -> each.failures.size());
    String counted = Counted.of(rules, "rule") + " and " + Counted.of(examples, "example");
    String score = withMutants ? "; " + score(tests) : "";
    return failed == 0
        ? new Outcome(ExitCode.PASSED, counted + " as their authors say" + score)
        : new Outcome(ExitCode.USAGE, Counted.of(failed, "mistake") + " in " + counted + score);
  }

  private static String score(ImmutableList<RuleTests> tests) {
    long all = tests.sumOfInt(each -> each.mutants);
    long killed = all - tests.sumOfInt(each -> each.survivors.size());
    return "mutants killed " + Counted.number(killed) + " of " + Counted.number(all);
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
      ImmutableList<ExampleWorld> worlds = own.collect(ExampleWorld::of);
      worlds.forEach(this::run);
      if (withMutants) {
        runMutants(rules.mutants(rule.id()), worlds);
      }
    }
  }

  private void run(ExampleWorld world) {
    RuleExample example = world.example();
    for (String difference : world.differences(rules)) {
      failures.add(Visible.of(example.origin() + ": " + example.world() + ": " + difference));
    }
  }

  private void runMutants(ImmutableList<Mutant> ofRule, ImmutableList<ExampleWorld> worlds) {
    mutants += ofRule.size();
    ofRule
        .reject(mutant -> worlds.anySatisfy(world -> world.notices(mutant)))
        .forEach(survivors::add);
  }
}
