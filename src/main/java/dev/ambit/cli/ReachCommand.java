package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.Options;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Decisions;
import dev.ambit.report.ReachFound;
import dev.ambit.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit reach}: what one agent can do, in plain words. */
@Command(
    name = "reach",
    description = "Says what an agent can do, who hears it, who steers it, and for what it is fit.",
    sortOptions = false)
final class ReachCommand implements Task {
  @Parameters(index = "0", paramLabel = "AGENT", description = "Its id.")
  String agent = "";

  @Parameters(
      index = "1..*",
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
      throw new UsageException("reach answers on stdout: --out json=- or --out text=-");
    }
    AnalysisResult result;
    ReachFound found;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading");
      Options options = judging.options(paths, Decisions.NONE, true, console);
      RuleBook rules = Analysis.rules(options.ruleFolders()).withSeverities(options.severities());
      result = Analysis.judge(Inbox.read(options.inputs(), Connectors.ALL), rules, options);
      AgentSummary summary = of(result.agents());
      found =
          new ReachFound(
              result.statement().agents().detect(each -> each.agent().equals(agent)),
              summary.readiness());
    }
    console.tell(found, asJson);
    return Outcome.answered(!result.verdict().inputUnreadable());
  }

  private AgentSummary of(ImmutableList<AgentSummary> agents) {
    return agents
        .detectOptional(each -> each.id().equals(agent))
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no agent '"
                        + agent
                        + "'"
                        + Suggestion.after(agent, agents.collect(AgentSummary::id))));
  }
}
