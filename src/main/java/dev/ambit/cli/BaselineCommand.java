package dev.ambit.cli;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.KnownFinding;
import dev.ambit.report.BaselineText;
import dev.ambit.report.Counted;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit baseline}: what is known today. */
@Command(
    name = "baseline",
    description = "Writes down which findings are known.",
    sortOptions = false,
    subcommands = BaselineCommand.Write.class)
final class BaselineCommand implements Task {
  @Override
  public Outcome run(Console console) {
    throw new UsageException("say what to do with the baseline: 'ambit baseline write'");
  }

  /** {@code ambit baseline write}. */
  @Command(
      name = "write",
      description = {
        "Writes the open findings of today to a file for 'scan --baseline'.",
        "They are known from then on, which is no acceptance: for that there are waivers."
      },
      sortOptions = false)
  static final class Write implements Task {
    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "Where to; a file that is there is replaced.")
    Path out = Path.of("");

    @Option(
        names = "--waivers",
        paramLabel = "FILE",
        description = "What this file waives is not written: it is decided, not known.")
    @Nullable Path waivers;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
    List<Path> paths = new ArrayList<>();

    @Mixin Judging judging = new Judging();

    @Override
    public Outcome run(Console console) {
      if (out.toString().endsWith(".json")) {
        throw new UsageException("a baseline is written as YAML; name it baseline.yaml");
      }
      AnalysisResult result = judging.result(paths, DecisionOptions.waiversOf(waivers), console);
      if (result.verdict().inputUnreadable()) {
        return new Outcome(
            ExitCode.INCOMPLETE, "an input could not be read, so no baseline is written");
      }
      TextFile.write(out, BaselineText.of(result.findings().collect(KnownFinding::of)));
      return new Outcome(
          ExitCode.PASSED,
          "wrote " + out + " with " + Counted.of(result.findings().size(), "finding"));
    }
  }
}
