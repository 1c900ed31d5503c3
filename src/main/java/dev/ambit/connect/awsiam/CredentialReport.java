package dev.ambit.connect.awsiam;

import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The credential report of an account: one line of comma-separated values for each user, the first
 * line naming the columns. No value of it may contain a comma.
 */
final class CredentialReport {
  static final String BEGINS = "user,arn,user_creation_time";

  /** Takes one user's line by column. */
  interface Reader {
    void user(Map<String, String> row, Origin origin);
  }

  private CredentialReport() {}

  /**
   * @param line the line that all have because the report stands in a string; 0 if each has its own
   */
  static void read(String text, Origin origin, int line, Reader reader, Consumer<Note> notes) {
    String[] lines = text.split("\\r?\\n", -1);
    String[] columns = lines[0].split(",", -1);
    for (int i = 1; i < lines.length; i++) {
      String[] values = lines[i].split(",", -1);
      Origin at = new Origin(origin.file(), line > 0 ? line : i + 1, origin.pointer());
      if (lines[i].isBlank()) {
        continue;
      }
      if (values.length != columns.length) {
        notes.accept(
            new Note(
                Note.Kind.ERROR,
                "a line of the credential report has "
                    + values.length
                    + " values, and "
                    + columns.length
                    + " are expected; it is left out. Export it again",
                at));
        continue;
      }
      Map<String, String> row = new TreeMap<>();
      for (int j = 0; j < columns.length; j++) {
        row.put(columns[j], values[j]);
      }
      reader.user(row, at);
    }
  }
}
