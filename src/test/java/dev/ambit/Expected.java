package dev.ambit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a reviewer wrote about a story, as {@code sample-data/README.md} describes the file.
 *
 * @param findings lines {@code severity severityBest rule subject object}, in the order of a report
 * @param gaps lines {@code node/fact severity}, in the order of a report
 * @param verdict {@code status exit code}
 * @param quiet {@code rule} or {@code rule subject object}
 */
record Expected(List<String> findings, List<String> gaps, String verdict, List<String> quiet) {
  private static final String GAP = "gap: ";
  private static final String VERDICT = "verdict: ";
  private static final String QUIET = "quiet: ";
  private static final Pattern FINDING =
      Pattern.compile(
          "(critical|high|medium|low|info) (critical|high|medium|low|info|none)"
              + " \\S+/\\S+ \\S+ \\S+");

  static Expected read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  /**
   * @throws IllegalArgumentException if a line means nothing, or the verdict is not said once
   */
  static Expected of(List<String> lines) {
    List<String> findings = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    List<String> verdicts = new ArrayList<>();
    List<String> quiet = new ArrayList<>();
    for (String line : lines) {
      if (FINDING.matcher(line).matches()) {
        findings.add(line);
      } else if (line.startsWith(GAP)) {
        gaps.add(line.substring(GAP.length()));
      } else if (line.startsWith(VERDICT)) {
        verdicts.add(line.substring(VERDICT.length()));
      } else if (line.startsWith(QUIET)) {
        quiet.add(line.substring(QUIET.length()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException("this line means nothing: " + line);
      }
    }
    if (verdicts.size() != 1) {
      throw new IllegalArgumentException("one verdict is needed, here are " + verdicts.size());
    }
    return new Expected(findings, gaps, verdicts.get(0), quiet);
  }
}
