package dev.ambit.cli;

import dev.ambit.Options;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Decisions;
import dev.ambit.model.Severity;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** How inputs are judged, in every command that needs findings and is no gate. */
final class Judging {
  @Mixin DayOption day = new DayOption();

  @Mixin RuleFolders rules = new RuleFolders();

  @Mixin SeverityOptions severities = new SeverityOptions();

  Options options(List<Path> paths, Decisions decisions, boolean inFull, Console console) {
    return new Options(
        InputPaths.of(paths),
        rules.all(),
        Severity.NONE,
        false,
        inFull,
        severities.all(),
        decisions,
        day.asOf(console));
  }

  /** The findings, without changes that close them. */
  AnalysisResult result(List<Path> paths, Decisions decisions, Console console) {
    return Scan.judge(options(paths, decisions, false, console), console);
  }
}
