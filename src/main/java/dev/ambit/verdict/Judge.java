package dev.ambit.verdict;

import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.model.Verdict.Status;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** Says passed, failed or incomplete, with every reason (contract/result.md, verdict.status). */
public final class Judge {
  private Judge() {}

  /**
   * The verdict over everything that was found and everything that was not judged.
   *
   * @param findings all open ones, none left out; those that the baseline knows do not fail
   * @param inputs the files that were read
   * @param agents how many agents they declare
   * @param failOn {@link Severity#NONE}: no finding fails
   * @param strict whether the worst case of a range counts as its severity
   */
  public static Verdict judge(
      ImmutableList<Finding> findings,
      ImmutableList<Gap> gaps,
      ImmutableList<Note> notes,
      ImmutableList<InputFile> inputs,
      int agents,
      Severity failOn,
      boolean strict) {
    Threshold threshold = new Threshold(failOn, strict);
    ImmutableList<Finding> fresh =
        findings.select(finding -> finding.status() == Finding.Status.NEW);
    int failing = fresh.count(threshold::failedBy);
    int unreadable =
        notes
            .select(note -> note.kind() == Note.Kind.ERROR)
            .collect(note -> note.origin().file())
            .distinct()
            .size();
    // A file that breaks was claimed by somebody: then there was something to scan.
    boolean nothingClaimed = inputs.isEmpty() && unreadable == 0;

    FastList<String> reasons = FastList.newList();
    if (failing > 0) {
      reasons.add(counted(failing, "new finding", "new findings") + " " + threshold);
    }
    ImmutableList<String> doubts =
        nothingClaimed
            ? reason("there is nothing to scan: no connector reads any of the files")
            : doubts(fresh, gaps, notes, threshold, unreadable, agents);
    reasons.addAllIterable(doubts);
    if (reasons.isEmpty()) {
      reasons.add(
          failOn == Severity.NONE
              ? "no threshold is set, so no finding fails"
              : "no new finding " + threshold);
    }
    Status status =
        failing > 0 ? Status.FAILED : doubts.notEmpty() ? Status.INCOMPLETE : Status.PASSED;
    return new Verdict(status, reasons.toImmutable(), unreadable > 0, nothingClaimed);
  }

  /**
   * The same verdict, which says too what would fail and does not, since somebody decided about it
   * or it was known.
   */
  public static Verdict besides(
      Verdict verdict,
      ImmutableList<Finding> open,
      ImmutableList<Finding> waived,
      Severity failOn,
      boolean strict) {
    Threshold threshold = new Threshold(failOn, strict);
    int known =
        open.count(
            finding -> finding.status() == Finding.Status.KNOWN && threshold.failedBy(finding));
    int excused = waived.count(threshold::failedBy);
    FastList<String> reasons = FastList.newList(verdict.reasons());
    if (known > 0) {
      reasons.add(counted(known, "known finding", "known findings") + " " + threshold);
    }
    if (excused > 0) {
      reasons.add(counted(excused, "waived finding", "waived findings") + " " + threshold);
    }
    return new Verdict(
        verdict.status(),
        reasons.toImmutable(),
        verdict.inputUnreadable(),
        verdict.nothingClaimed());
  }

  /** Why what was not found may be there all the same, worst first. */
  private static ImmutableList<String> doubts(
      ImmutableList<Finding> fresh,
      ImmutableList<Gap> gaps,
      ImmutableList<Note> notes,
      Threshold threshold,
      int unreadable,
      int agents) {
    FastList<String> doubts = FastList.newList();
    if (unreadable > 0) {
      doubts.add(counted(unreadable, "file", "files") + " could not be read in full");
    }
    if (agents == 0) {
      doubts.add("no agent is declared in what was read");
    }
    int limited = notes.count(note -> note.kind() == Note.Kind.NOT_JUDGED);
    if (limited > 0) {
      doubts.add(counted(limited, "rule", "rules") + " hit a limit and did not judge");
    }
    int straddling = fresh.count(threshold::straddledBy);
    if (straddling > 0) {
      doubts.add(
          counted(straddling, "finding", "findings")
              + " may be "
              + threshold
              + ", depending on what is not known");
    }
    int missing = gaps.count(threshold::reachedBy);
    if (missing > 0) {
      doubts.add(counted(missing, "missing fact", "missing facts") + " could matter " + threshold);
    }
    return doubts.toImmutable();
  }

  private static ImmutableList<String> reason(String only) {
    return FastList.newListWith(only).toImmutable();
  }

  private static String counted(int count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
