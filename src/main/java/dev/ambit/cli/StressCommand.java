package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.Options;
import dev.ambit.Stress;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Decisions;
import dev.ambit.model.Facts;
import dev.ambit.repair.Repairs;
import dev.ambit.report.Counted;
import dev.ambit.report.StressTold;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.RuleBook;
import dev.ambit.verdict.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit stress}: what opens if something goes wrong. */
@Command(
    name = "stress",
    description = {
      "Says what opens if an agent is wrong, acts early, is injected or loses a credential, and if",
      "one gate, deny or boundary fails."
    },
    sortOptions = false)
final class StressCommand implements Task {
  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FORMAT=-", description = "json=- for a program.")
  String out = "text=-";

  @Mixin Judging judging = new Judging();

  @Override
  public Outcome run(Console console) {
    boolean asJson = out.equals("json=-");
    if (!asJson && !out.equals("text=-")) {
      throw new UsageException("stress answers on stdout: --out json=- or --out text=-");
    }
    Options options = judging.options(paths, Decisions.NONE, false, console);
    AnalysisResult before;
    StressTold told;
    try (Progress progress = Progress.of(console)) {
      progress.begin("supposing what goes wrong");
      RuleBook rules = Analysis.rules(options.ruleFolders()).withSeverities(options.severities());
      Facts facts = Resolver.joined(Inbox.read(options.inputs(), Connectors.ALL));
      if (Repairs.areTooMany(facts)) {
        throw new UsageException(
            "there are too many facts to suppose each failure; scan one agent's folder by itself");
      }
      before = Analysis.judge(facts, rules, options);
      told = new StressTold(Stress.of(facts, before.findings(), rules, options));
    }
    try {
      if (asJson) {
        told.writeJson(console.out());
      } else {
        told.writeText(console.out(), console.look());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return before.verdict().inputUnreadable()
        ? new Outcome(ExitCode.INCOMPLETE, "answered from what could be read; not all could")
        : new Outcome(ExitCode.PASSED, Counted.of(told.rows().size(), "supposition") + " judged");
  }
}
