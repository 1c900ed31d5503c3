package dev.ambit.cli;

import dev.ambit.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit scan}: the batch and the gate. */
@Command(
    name = "scan",
    description = "Reads, judges, and writes what was found. Its exit code is a gate.",
    sortOptions = false)
final class ScanCommand implements Task {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files and folders to read; each file is recognised by its content.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FORMAT=PATH",
      completionCandidates = FormatNames.class,
      description = {
        "Write a result; '-' is stdout, which gets text otherwise. Repeatable. Formats:",
        "${COMPLETION-CANDIDATES}."
      })
  List<String> out = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = SeverityConverter.class,
      description =
          "Fail at this severity and above: critical, high (default), medium, low, never.")
  Severity failOn = Severity.HIGH;

  @Option(
      names = "--strict",
      description = "Where a missing fact leaves a range, take its worst case.")
  boolean isStrict;

  @Mixin DayOption day = new DayOption();

  @Mixin SnapshotOption snapshot = new SnapshotOption();

  @Mixin RuleFolders rules = new RuleFolders();

  @Mixin SeverityOptions severities = new SeverityOptions();

  @Mixin DecisionOptions decisions = new DecisionOptions();

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Write at most this many findings, worst first; default 10000.")
  int maxFindings;

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description = {
        "Keep this run in that folder, and tell how long findings are open and which came back.",
        "One run at a time; see 'ambit history'."
      })
  @Nullable Path history;

  @Option(names = "--exit-zero", description = "Turn exit code 1 into 0, and no other.")
  boolean turnsOneIntoZero;

  @Mixin LookOptions look = new LookOptions();

  @Override
  public Outcome run(Console console) {
    return Scan.run(this, console);
  }
}
