package dev.ambit.cli;

import dev.ambit.connect.decisions.FactChanges;
import dev.ambit.connect.result.StoredResult;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.FactChange;
import dev.ambit.report.ComparisonTold;
import dev.ambit.report.ComparisonTold.Group;
import dev.ambit.report.ComparisonTold.Told;
import dev.ambit.verdict.Comparison;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit diff}: what changed between two runs, and by which fact. */
@Command(
    name = "diff",
    description = "Compares two results: new, reopened, worse, better, gone, and why.",
    sortOptions = false)
final class DiffCommand implements Task {
  @Parameters(index = "0", paramLabel = "OLD", description = "By 'ambit scan --out json=FILE'.")
  Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "By a later run.")
  Path now = Path.of("");

  @ArgGroup(exclusive = false)
  @Nullable Inputs inputs;

  @Option(names = "--out", paramLabel = "FORMAT=-", description = "json=- for a program.")
  String out = "text=-";

  /** Where the inputs of both are. */
  static final class Inputs {
    @Option(
        names = "--old-input",
        required = true,
        paramLabel = "PATH",
        description = "What was scanned then; with it the changed facts are named.")
    Path old = Path.of("");

    @Option(
        names = "--new-input",
        required = true,
        paramLabel = "PATH",
        description = "What was scanned later.")
    Path now = Path.of("");
  }

  @Override
  public Outcome run(Console console) {
    boolean asJson = out.equals("json=-");
    if (!asJson && !out.equals("text=-")) {
      throw new UsageException("diff answers on stdout: --out json=- or --out text=-");
    }
    AnalysisResult before = StoredResult.read(old);
    AnalysisResult after = StoredResult.read(now);
    Comparison comparison = Comparison.between(before, after);
    ComparisonTold told =
        new ComparisonTold(
            groups(comparison), comparison.same(), changes(before, after), before, after);
    console.tell(told, asJson);
    return new Outcome(ExitCode.PASSED, told.summary());
  }

  private ImmutableList<FactChange> changes(AnalysisResult before, AnalysisResult after) {
    return inputs == null
        ? Lists.immutable.empty()
        : FactChanges.between(
            before.inputs(),
            InputPaths.of(Lists.mutable.of(inputs.old)),
            after.inputs(),
            InputPaths.of(Lists.mutable.of(inputs.now)));
  }

  private static ImmutableList<Group> groups(Comparison comparison) {
    return Lists.immutable.of(
        new Group("new", true, comparison.added().collect(each -> new Told(each, ""))),
        new Group("reopened", true, comparison.reopened().collect(each -> new Told(each, ""))),
        new Group("worse", true, comparison.worse().collect(DiffCommand::told)),
        new Group("better", false, comparison.better().collect(DiffCommand::told)),
        new Group("gone", false, comparison.gone().collect(each -> new Told(each, ""))));
  }

  private static Told told(Comparison.Moved moved) {
    return new Told(moved.after(), moved.how());
  }
}
