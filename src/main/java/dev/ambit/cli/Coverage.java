package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.Options;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Facts;
import dev.ambit.model.Gap;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.GapsListed;
import dev.ambit.report.InventoryStub;
import dev.ambit.rules.RuleBook;
import dev.ambit.verdict.ExitCode;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit coverage}: a whole judgement, of which only the gaps are shown. */
final class Coverage {
  private Coverage() {}

  static Outcome run(CoverageCommand asked, Console console) {
    Options options =
        new Options(
            InputPaths.of(asked.paths),
            asked.rules.all(),
            Severity.NONE,
            false,
            false,
            asked.day.asOf(console));
    Facts facts;
    AnalysisResult result;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading " + options.inputs().makeString(", "));
      RuleBook rules = Analysis.rules(options.ruleFolders());
      facts = Inbox.read(options.inputs(), Connectors.ALL);
      result = Analysis.judge(facts, rules, options);
    }
    console
        .out()
        .print(
            asked.asStub
                ? InventoryStub.of(result.gaps(), facts, result.at())
                : GapsListed.text(result.gaps(), console.look()));
    return outcome(result);
  }

  private static Outcome outcome(AnalysisResult result) {
    if (result.verdict().nothingClaimed()) {
      return new Outcome(ExitCode.NOTHING_TO_SCAN, "no connector reads any of the files");
    }
    return Outcome.answered(!result.verdict().inputUnreadable(), said(result.gaps()));
  }

  private static String said(ImmutableList<Gap> gaps) {
    int heavy = gaps.count(gap -> gap.matters() != Severity.INFO);
    return gaps.isEmpty()
        ? "no fact is missing"
        : Counted.of(gaps.size(), "fact")
            + Counted.verb(gaps.size(), " is", " are")
            + " missing; findings hang on "
            + Counted.number(heavy);
  }
}
