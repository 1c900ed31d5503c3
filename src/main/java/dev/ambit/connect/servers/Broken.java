package dev.ambit.connect.servers;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Document;
import dev.ambit.connect.InputException;
import dev.ambit.connect.Secrets;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What is said about configurations that cannot be read as a whole. The sentences are fixed: what a
 * parser quotes from a configuration may be a secret.
 */
public final class Broken {
  private Broken() {}

  /** What {@code read} gives, or {@code otherwise} and an error note. */
  public static <T> T tried(
      Document document, MutableList<Note> notes, T otherwise, Supplier<T> read) {
    try {
      return read.get();
    } catch (InputException e) {
      notes.add(
          isAboutTheWholeFile(e)
              ? e.note()
              : error(
                  e.origin(),
                  "the file breaks here, so nothing in it is known. Correct its syntax at this line"));
    } catch (UncheckedIOException e) {
      notes.add(
          error(
              Origin.ofFile(document.path()),
              "the file cannot be opened, so nothing in it is known. Check who may read it"));
    }
    return otherwise;
  }

  /** An empty file: nothing of it can be quoted. */
  private static boolean isAboutTheWholeFile(InputException e) {
    return e.origin().line() == 0;
  }

  /** That a value is of another kind than its client expects. */
  public static Note wrongKind(Cursor cursor, Cursor.Kind expected) {
    return error(
        cursor.keyOrigin(),
        "'"
            + Secrets.masked(cursor.key())
            + "' is "
            + cursor.kind().words()
            + " and should be "
            + expected.words()
            + ", so what it says is not known. Write it as its client documents it");
  }

  /** A note for each key that stands twice in an object: only the last one counts. */
  public static ImmutableList<Note> twice(Cursor whole) {
    return whole
        .twice()
        .collect(
            each ->
                new Note(
                    Note.Kind.NOTE,
                    "a key stands twice in one object, and the last one counts. Remove the other",
                    Ids.place(each.origin())));
  }

  private static Note error(Origin origin, String text) {
    return new Note(Note.Kind.ERROR, text, Ids.place(origin));
  }
}
