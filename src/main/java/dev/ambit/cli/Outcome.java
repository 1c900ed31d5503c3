package dev.ambit.cli;

import dev.ambit.verdict.ExitCode;

/**
 * How a command ended.
 *
 * @param why one clause: what the code stands for in this run
 */
record Outcome(ExitCode code, String why) {

  /** Of a question. An answer from half of the input is never a pass. */
  static Outcome answered(boolean allWasRead) {
    return answered(allWasRead, "answered");
  }

  /**
   * Of a question.
   *
   * @param why one clause, for when nothing is missing
   */
  static Outcome answered(boolean allWasRead, String why) {
    return allWasRead
        ? new Outcome(ExitCode.PASSED, why)
        : new Outcome(ExitCode.INCOMPLETE, "answered from what could be read; not all could");
  }

  /** The last line on stderr. */
  String line() {
    return "ambit: exit " + code.number() + ": " + why;
  }
}
