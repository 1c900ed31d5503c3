package dev.ambit.verdict;

import dev.ambit.model.Verdict;

/** What the process returns. Codes never change meaning (contract/result.md). */
public enum ExitCode {
  PASSED(0, "everything was judged, and nothing is at or above the threshold"),
  FAILED(1, "there are findings at or above the threshold"),
  USAGE(2, "the command line, the configuration, a waiver file or a rule file is wrong"),
  INCOMPLETE(3, "not everything could be judged, so nothing here is a pass"),
  NOTHING_TO_SCAN(4, "there is nothing to scan"),
  FAULT(70, "this is a fault in the tool"),
  INTERRUPTED(130, "interrupted"),
  TERMINATED(143, "terminated");

  private final int number;
  private final String sentence;

  ExitCode(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  public int number() {
    return number;
  }

  /** What the code means: a clause in small letters, without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** Under {@code --exit-zero}: findings no longer count, everything else does. */
  public ExitCode withoutFailure() {
    return this == FAILED ? PASSED : this;
  }

  /**
   * The code of a scan that came to a verdict: the first that holds of nothing to scan, an input
   * that could not be read, failed, not judged for another reason, passed. An unreadable input
   * comes before findings, so that a job that tolerates 1 never hides it.
   */
  public static ExitCode of(Verdict verdict) {
    if (verdict.nothingClaimed()) {
      return NOTHING_TO_SCAN;
    }
    if (verdict.inputUnreadable()) {
      return INCOMPLETE;
    }
    return switch (verdict.status()) {
      case FAILED -> FAILED;
      case INCOMPLETE -> INCOMPLETE;
      case PASSED -> PASSED;
    };
  }
}
