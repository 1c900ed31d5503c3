package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.Options;
import dev.ambit.Stress;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Decisions;
import dev.ambit.model.Facts;
import dev.ambit.report.Counted;
import dev.ambit.report.StressTold;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit stress}: what opens if something goes wrong. */
@Command(
    name = "stress",
    description = {
      "Says what opens if an agent is wrong, acts early, is injected or loses a credential, and if",
      "one gate, deny, boundary or membership fails."
    },
    sortOptions = false)
final class StressCommand implements Task {
  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders to read; default: the current folder.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--agent",
      paramLabel = "AGENT",
      description = "What happens to this agent only; controls are tried for all.")
  String agent = "";

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
      before = Analysis.judge(facts, rules, options);
      mustExist(before);
      Stress.Answer answer =
          Stress.of(
              facts, before.findings(), rules, options, id -> agent.isEmpty() || agent.equals(id));
      told = new StressTold(answer.rows(), answer.left());
    }
    console.tell(told, asJson);
    return Outcome.answered(
        !before.verdict().inputUnreadable(),
        Counted.of(told.rows().size(), "supposition") + " judged");
  }

  private void mustExist(AnalysisResult result) {
    ImmutableList<String> agents = result.agents().collect(AgentSummary::id);
    if (!agent.isEmpty() && !agents.contains(agent)) {
      throw new UsageException(
          "there is no agent '" + agent + "'" + Suggestion.after(agent, agents));
    }
  }
}
