package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.report.Counted;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One thing that has to hold before the answer is "ready".
 *
 * @param says how it stands, with its number
 */
public record Criterion(boolean met, String asks, String says) {

  static ImmutableList<Criterion> of(AnalysisResult result) {
    Severity threshold = result.failOn();
    if (threshold == Severity.NONE) {
      return Lists.immutable.with(read(result), judged(result));
    }
    return Lists.immutable.with(
        open(result, threshold), unknown(result, threshold), read(result), judged(result));
  }

  private static Criterion open(AnalysisResult result, Severity threshold) {
    int open =
        result.findings().count(each -> isNew(each) && each.severityBest().atLeast(threshold));
    int ranges = ranges(result, threshold);
    // Under --strict the worst case of a range fails too, which the verdict knows.
    boolean failed = result.verdict().status() == Verdict.Status.FAILED;
    return new Criterion(
        !failed,
        ranges == 0
            ? "No new finding is " + threshold.word() + " or worse"
            : "No new finding is " + threshold.word() + " or worse even at its best",
        open > 0
            ? Counted.verb(open, "there is ", "there are ") + Counted.number(open)
            : failed ? "at its worst, there is one" : "there is none");
  }

  private static Criterion unknown(AnalysisResult result, Severity threshold) {
    int gaps = result.gaps().count((Gap gap) -> gap.matters().atLeast(threshold));
    int ranges = ranges(result, threshold);
    return new Criterion(
        gaps + ranges == 0,
        "No missing fact could turn out " + threshold.word() + " or worse",
        gaps + ranges == 0
            ? "none could"
            : Counted.of(gaps, "missing fact")
                + " and "
                + Counted.of(ranges, "finding")
                + " could");
  }

  /** How many findings are that severe only if what is not known is at its worst. */
  private static int ranges(AnalysisResult result, Severity threshold) {
    return result
        .findings()
        .count(
            each ->
                isNew(each)
                    && each.severity().atLeast(threshold)
                    && !each.severityBest().atLeast(threshold));
  }

  private static boolean isNew(Finding finding) {
    return finding.status() == Finding.Status.NEW;
  }

  private static Criterion read(AnalysisResult result) {
    int broken =
        result
            .notes()
            .select(note -> note.kind() == Note.Kind.ERROR)
            .collect(note -> note.origin().file())
            .distinct()
            .size();
    boolean agents = result.counts().agents() > 0;
    return new Criterion(
        broken == 0 && agents,
        "Every file was read, and at least one agent is in them",
        Counted.of(result.inputs().size(), "file")
            + " and "
            + Counted.of(result.counts().agents(), "agent")
            + (broken == 0 ? "" : "; " + Counted.of(broken, "file") + " not in full"));
  }

  private static Criterion judged(AnalysisResult result) {
    int stopped = result.notes().count(note -> note.kind() == Note.Kind.NOT_JUDGED);
    return new Criterion(
        stopped == 0,
        "Every rule gave an answer",
        stopped == 0
            ? "all " + Counted.number(result.rules().size()) + " did"
            : Counted.number(stopped) + " did not");
  }
}
