package dev.ambit.cli;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Facts;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import dev.ambit.report.Counted;
import dev.ambit.report.Visible;
import dev.ambit.verdict.ExitCode;
import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit validate}. */
final class Validation {
  private Validation() {}

  static Outcome run(ImmutableList<Path> inputs, Console console) {
    Facts facts;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading " + inputs.makeString(", "));
      facts = Inbox.read(inputs, Connectors.ALL);
    }
    for (InputFile input : facts.inputs()) {
      console.print(
          Visible.of(input.path())
              + ": "
              + input.source()
              + ", "
              + Counted.of(input.facts(), "fact"));
    }
    for (Note note : facts.notes()) {
      console.print(Visible.of(note.origin() + ": " + said(note.kind()) + note.text()));
    }
    return outcome(facts);
  }

  private static String said(Note.Kind kind) {
    return switch (kind) {
      case ERROR -> "error: ";
      case NOT_JUDGED, UNCLAIMED, NOTE -> "note: ";
    };
  }

  private static Outcome outcome(Facts facts) {
    int errors = facts.notes().count(note -> note.kind() == Note.Kind.ERROR);
    if (errors > 0) {
      return new Outcome(ExitCode.INCOMPLETE, Counted.of(errors, "record") + " could not be read");
    }
    if (facts.inputs().isEmpty()) {
      return new Outcome(ExitCode.NOTHING_TO_SCAN, "no connector reads any of the files");
    }
    return new Outcome(
        ExitCode.PASSED,
        Counted.of(facts.count(), "fact")
            + " read from "
            + Counted.of(facts.inputs().size(), "file"));
  }
}
