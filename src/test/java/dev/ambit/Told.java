package dev.ambit;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Severity;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.collections.api.factory.Lists;

/** What a scan told, in the words of {@link Expected}. */
record Told(List<String> findings, List<String> gaps, String verdict, Set<String> rules) {
  private static final LocalDate A_DAY_NO_STORY_NAMES = LocalDate.of(2000, 1, 1);

  /** Scans as for a written result. The stories name their day themselves. */
  static AnalysisResult scan(Path input) {
    return Analysis.run(
        new Options(
            Lists.immutable.of(input),
            Lists.immutable.empty(),
            Severity.HIGH,
            false,
            true,
            new AsOf.OfInput(A_DAY_NO_STORY_NAMES)));
  }

  static Told by(AnalysisResult result) {
    return new Told(
        result.findings().collect(Told::line).castToList(),
        result.gaps().collect(Told::line).castToList(),
        result.verdict().status().word() + " exit " + ExitCode.of(result.verdict()).number(),
        result.rules().stream()
            .map(AnalysisResult.RuleSummary::id)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String line(Finding finding) {
    return String.join(
        " ",
        finding.severity().word(),
        finding.severityBest().word(),
        finding.rule(),
        finding.subject(),
        finding.object());
  }

  private static String line(Gap gap) {
    return gap.about() + "/" + gap.missing() + " " + gap.matters().word();
  }

  /** The findings that {@code rule} or {@code rule subject object} speaks of. */
  List<String> about(String quiet) {
    return findings.stream().filter(line -> (line + " ").contains(" " + quiet + " ")).toList();
  }

  /** One line for each line that only one of the two has. */
  static List<String> difference(List<String> expected, List<String> told) {
    List<String> difference = new ArrayList<>();
    expected.stream()
        .filter(line -> !told.contains(line))
        .forEach(line -> difference.add("not told:     " + line));
    told.stream()
        .filter(line -> !expected.contains(line))
        .forEach(line -> difference.add("not expected: " + line));
    return difference;
  }
}
