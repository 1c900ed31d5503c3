package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Note;

/** Rules that were asked and gave no answer. */
public final class Unjudged {
  private Unjudged() {}

  /** Whether the rule hit a limit, so that nothing found means nothing. */
  public static boolean is(AnalysisResult result, String rule) {
    return result
        .notes()
        .anySatisfy(note -> note.kind() == Note.Kind.NOT_JUDGED && note.text().contains(rule));
  }
}
