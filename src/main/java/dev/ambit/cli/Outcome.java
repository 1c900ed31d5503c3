package dev.ambit.cli;

import dev.ambit.verdict.ExitCode;

/**
 * How a command ended.
 *
 * @param why one clause: what the code stands for in this run
 */
record Outcome(ExitCode code, String why) {

  /** The last line on stderr. */
  String line() {
    return "ambit: exit " + code.number() + ": " + why;
  }
}
