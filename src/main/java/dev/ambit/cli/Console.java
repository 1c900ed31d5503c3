package dev.ambit.cli;

import dev.ambit.report.Telling;
import dev.ambit.report.TextLook;
import dev.ambit.report.Visible;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** What a command talks through: its surroundings, and how the person wants to be talked to. */
record Console(Surroundings around, Verbosity verbosity, Color color) {
  /** For the result, and nothing but the result. */
  PrintStream out() {
    return around.out();
  }

  /** How text on stdout is to look. */
  TextLook look() {
    boolean isAscii = around.outIsTerminal() && !around.speaksUtf8();
    return new TextLook(color.isOn(around), isAscii, around.columns());
  }

  boolean isQuiet() {
    return verbosity == Verbosity.QUIET;
  }

  /** The result, for a program or for a person. */
  void tell(Telling answer, boolean asJson) {
    try {
      if (asJson) {
        answer.writeJson(out());
      } else {
        answer.writeText(out(), look());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line of the result. */
  void print(String line) {
    around.out().print(line + "\n");
  }

  /** One line on stderr, unless the person asked for quiet. */
  void say(String line) {
    if (!isQuiet()) {
      around.err().println(Visible.of(line));
    }
  }
}
