package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.Options;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.KeptRun;
import dev.ambit.model.Note;
import dev.ambit.model.Verdict;
import dev.ambit.verdict.ExitCode;
import dev.ambit.verdict.Histories;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit scan}: judge, write, and say how it ended. */
final class Scan {
  private Scan() {}

  static Outcome run(ScanCommand asked, Console console) {
    Outputs outputs =
        Outputs.of(Lists.immutable.withAll(asked.out), console, asked.maxFindings, asked.look);
    AnalysisResult result =
        asked.history == null
            ? written(judge(options(asked, console), console), asked, outputs, console)
            : kept(asked.history, asked, outputs, console);
    if (!outputs.showNotes()) {
      errors(result).forEach(console::say);
    }
    return outcome(result.verdict(), asked.turnsOneIntoZero);
  }

  private static AnalysisResult written(
      AnalysisResult result, ScanCommand asked, Outputs outputs, Console console) {
    outputs.write(asked.look.of(result), console.out());
    return result;
  }

  /** The lock is held from the start: two runs at once would do the work twice. */
  private static AnalysisResult kept(
      Path folder, ScanCommand asked, Outputs outputs, Console console) {
    try (HistoryFolder history = HistoryFolder.open(folder, console)) {
      AnalysisResult result = judge(options(asked, console), console);
      KeptRun run = Histories.kept(result, console.around().now());
      AnalysisResult behind = result.withHistory(Histories.of(history.runs(), run));
      written(behind, asked, outputs, console);
      history.keep(behind, run);
      return behind;
    }
  }

  private static Options options(ScanCommand asked, Console console) {
    return new Options(
        InputPaths.of(asked.paths),
        asked.rules.all(),
        asked.failOn,
        asked.isStrict,
        !asked.out.isEmpty() || asked.look.needsPeople() || asked.history != null,
        asked.severities.all(),
        asked.decisions.all(),
        asked.day.asOf(console),
        asked.snapshot.file());
  }

  /** Runs the line, and shows how far it is. */
  static AnalysisResult judge(Options options, Console console) {
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading " + options.inputs().makeString(", "));
      return Analysis.run(options);
    }
  }

  private static ImmutableList<String> errors(AnalysisResult result) {
    return result
        .notes()
        .select(note -> note.kind() == Note.Kind.ERROR || note.kind() == Note.Kind.NOT_JUDGED)
        .collect(note -> note.origin() + ": " + note.text());
  }

  private static Outcome outcome(Verdict verdict, boolean turnsOneIntoZero) {
    ExitCode code = ExitCode.of(verdict);
    String why = verdict.reasons().makeString("; ");
    boolean turns = turnsOneIntoZero && code != code.withoutFailure();
    return turns
        ? new Outcome(code.withoutFailure(), why + " (they do not count, by --exit-zero)")
        : new Outcome(code, why);
  }
}
