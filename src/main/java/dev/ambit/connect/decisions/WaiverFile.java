package dev.ambit.connect.decisions;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.InputException;
import dev.ambit.connect.Syntax;
import dev.ambit.model.Decisions;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.WaiverEntry;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Reads a waiver file, YAML or JSON by the end of its name. */
public final class WaiverFile {
  private static final ImmutableList<String> KEYS = Lists.immutable.of("version", "waivers");

  private WaiverFile() {}

  /**
   * What stands in it. An entry that is wrong is a note and excuses nothing.
   *
   * @param file its name, as the person wrote it
   * @throws InputException if the file is no waiver file; then nothing in it can be trusted
   */
  public static Decisions read(String text, String file) {
    Cursor whole = Syntax.ofName(file).read(text, file, 1).expect(Cursor.Kind.OBJECT);
    whole.unknownKeys(KEYS).forEach(WaiverFile::refuse);
    String version = whole.child("version").flatMap(Cursor::scalar).orElse("1");
    if (!version.equals("1")) {
      throw whole
          .required("version")
          .wrong("this version of waiver files is not known: " + version, "Write version: 1");
    }
    MutableList<WaiverEntry> entries = Lists.mutable.empty();
    MutableList<Note> notes = Lists.mutable.empty();
    Set<String> ids = new HashSet<>();
    for (Cursor item : whole.required("waivers").expect(Cursor.Kind.LIST).items()) {
      try {
        WaiverEntry entry = StoredWaiver.read(item);
        if (!ids.add(entry.waiver().id())) {
          throw item.wrong(
              "there is a waiver " + entry.waiver().id() + " already", "Give each its own id");
        }
        entries.add(entry);
      } catch (InputException e) {
        notes.add(malformed(item.origin(), e));
      }
    }
    return new Decisions(entries.toImmutable(), Lists.immutable.empty(), notes.toImmutable());
  }

  private static Note malformed(Origin entry, InputException e) {
    String message = e.note().text();
    return Note.ofWaiver(
        "",
        "is malformed and excuses nothing: " + message,
        e.origin().line() > 0 ? e.origin() : entry);
  }

  private static void refuse(InputException e) {
    throw e;
  }
}
