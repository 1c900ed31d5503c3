package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Verdict.Status;

/**
 * The verdict in words a board member knows.
 *
 * @param tone names the style: {@code ready}, {@code not-ready}, {@code cannot-say}
 */
public record Headline(String word, String sentence, String mark, String tone) {

  static Headline of(AnalysisResult result) {
    Status status = result.verdict().status();
    return switch (status) {
      case FAILED ->
          new Headline(
              "Not ready",
              "What was found should be closed, or accepted by name, before these agents go on.",
              "✕",
              "not-ready");
      case INCOMPLETE ->
          new Headline(
              "Cannot say",
              "What is not known could change the answer, so this is not a pass.",
              "?",
              "cannot-say");
      case PASSED ->
          result.waived().noneSatisfy(each -> each.finding().severity().atLeast(result.failOn()))
              ? new Headline("Ready", "Nothing that was found stands in the way.", "✓", "ready")
              : new Headline(
                  "Ready with conditions",
                  "What would stand in the way has been waived by name, until the days below.",
                  "✓",
                  "ready");
    };
  }
}
