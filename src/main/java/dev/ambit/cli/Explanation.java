package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.Options;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import dev.ambit.report.FindingExplained;
import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit explain}. */
final class Explanation {
  private static final Pattern FINDING = Pattern.compile("F-[0-9a-f]{12}");

  private Explanation() {}

  /** Rules have a slash in their name, and findings begin with F. */
  static Outcome run(ExplainCommand asked, Console console) {
    return FINDING.matcher(asked.name).matches()
        ? explainFinding(asked, console)
        : RuleCatalogue.explain(
            asked.name,
            Analysis.rules(asked.rules.all()).withSeverities(asked.severities.all()),
            console);
  }

  private static Outcome explainFinding(ExplainCommand asked, Console console) {
    AnalysisResult result =
        Scan.judge(
            new Options(
                InputPaths.of(asked.paths),
                asked.rules.all(),
                Severity.NONE,
                false,
                true,
                asked.severities.all(),
                asked.day.asOf(console)),
            console);
    ImmutableList<Finding> findings =
        result.findings().newWithAll(result.waived().collect(Waived::finding));
    Finding finding =
        findings
            .detectOptional(each -> each.id().equals(asked.name))
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no finding "
                            + asked.name
                            + " in these inputs"
                            + Suggestion.after(asked.name, findings.collect(Finding::id))));
    console.out().print(FindingExplained.text(finding, result.gaps(), console.look()));
    return Outcome.answered(!result.verdict().inputUnreadable());
  }
}
