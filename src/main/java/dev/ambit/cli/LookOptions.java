package dev.ambit.cli;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.report.Extract;
import dev.ambit.report.RedactedReport;
import dev.ambit.report.ReportWriter;
import dev.ambit.report.SarifReport;
import dev.ambit.report.html.HtmlLook;
import dev.ambit.report.html.HtmlReport;
import dev.ambit.report.html.Profile;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine.Option;

/** For whom outputs are written, and how much of the result they show. */
final class LookOptions {
  @Option(
      names = "--profile",
      paramLabel = "READER",
      defaultValue = "full",
      description = "HTML for board, owner, engineer, or full (default).")
  private String profile = "full";

  @Option(
      names = "--redact-names",
      description = "No names of single people in any output; a path still tells them apart.")
  private boolean withoutNames;

  @Option(
      names = "--agent",
      paramLabel = "AGENT",
      defaultValue = "",
      description = "An extract: only what concerns this agent. The verdict stays that of all.")
  private String agent = "";

  @Option(
      names = "--document-class",
      paramLabel = "WORDS",
      defaultValue = "Confidential",
      description = "HTML: the class of the document, on each page; default Confidential.")
  private String documentClass = "Confidential";

  @Option(
      names = "--sarif-profile",
      paramLabel = "READER",
      defaultValue = "github",
      description = "SARIF for github (default: open findings, no more than it keeps) or full.")
  private String sarifProfile = "github";

  /** A mistake in an option is found before the long work. */
  void check() {
    profile();
    isFullSarif();
  }

  private boolean isFullSarif() {
    return switch (sarifProfile) {
      case "github" -> false;
      case "full" -> true;
      default ->
          throw new UsageException(
              "there is no SARIF profile '" + sarifProfile + "' (there are full, github)");
    };
  }

  private Profile profile() {
    ImmutableList<String> known = Lists.immutable.of(Profile.values()).collect(Profile::word);
    return Profile.named(profile)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no profile '"
                        + profile
                        + "'"
                        + Suggestion.after(profile, known)
                        + " (there are "
                        + known.makeString(", ")
                        + ")"));
  }

  /** The writer that has this look, where it has one. */
  ReportWriter of(ReportWriter writer) {
    ReportWriter looked = looked(writer);
    // HTML does it by itself: its pictures break names into lines.
    return withoutNames && !writer.id().equals("html") ? new RedactedReport(looked) : looked;
  }

  /** Whether it has to be known who is a person. */
  boolean needsPeople() {
    return withoutNames;
  }

  private ReportWriter looked(ReportWriter writer) {
    return switch (writer.id()) {
      case "html" -> new HtmlReport(new HtmlLook(profile(), documentClass, withoutNames, agent));
      case "sarif" ->
          new SarifReport(isFullSarif() ? SarifReport.Profile.FULL : SarifReport.Profile.GITHUB);
      default -> writer;
    };
  }

  /**
   * As much of the result as was asked for.
   *
   * @throws UsageException if there is no such agent
   */
  AnalysisResult of(AnalysisResult result) {
    if (agent.isEmpty()) {
      return result;
    }
    ImmutableList<String> agents = result.agents().collect(AgentSummary::id);
    if (!agents.contains(agent)) {
      throw new UsageException(
          "there is no agent '" + agent + "'" + Suggestion.after(agent, agents));
    }
    return Extract.of(result, agent);
  }
}
