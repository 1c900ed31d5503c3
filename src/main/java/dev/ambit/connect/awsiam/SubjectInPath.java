package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer is about, where only the question said so and the answer does not: then the file
 * or one of its folders is named after it. The nearest name counts.
 */
final class SubjectInPath {
  /** Roots, units and accounts of an organisation. */
  static final Pattern UNIT = id("r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\\d{12}");

  /** Roots and units: what can hold others. */
  static final Pattern CONTAINER = id("r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");

  static final Pattern ORGANIZATION_POLICY =
      id("p-(?:FullAWSAccess|RCPFullAWSAccess|[0-9a-z_]{8,128})");

  static final Pattern PERMISSION_SET = id("ps-[0-9a-z]{4,32}");

  static final Pattern ACCOUNT = id("\\d{12}");

  static final Pattern UUID =
      id("(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  static final Pattern REGION = id("[a-z]{2}(?:-[a-z]{2,4})?-[a-z]{4,9}-\\d");

  private SubjectInPath() {}

  private static Pattern id(String regex) {
    return Pattern.compile("(?<![0-9A-Za-z])(?:" + regex + ")(?![0-9A-Za-z])");
  }

  /** The last id of that form in the path; empty if there is none. */
  static Optional<String> find(Document document, Pattern form) {
    Matcher matcher = form.matcher(document.path());
    Optional<String> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of(matcher.group());
    }
    return last;
  }

  /**
   * What is left of the file's name without the words of the question, else the folder's name:
   * {@code get-bucket-acl.payroll.json}, {@code payroll-acl.json}, {@code payroll/acl.json}.
   *
   * @param words with hyphens between, the longest first
   */
  static Optional<String> named(Document document, String... words) {
    String name = document.name().replaceFirst("\\.(json|txt|csv)$", "");
    for (String word : words) {
      if (name.equals(word)) {
        return folder(document);
      }
      if (name.startsWith(word) && isSeparator(name.charAt(word.length()))) {
        return Optional.of(name.substring(word.length() + 1));
      }
      if (name.endsWith(word) && isSeparator(name.charAt(name.length() - word.length() - 1))) {
        return Optional.of(name.substring(0, name.length() - word.length() - 1));
      }
    }
    return folder(document);
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-' || c == '_' || c == '@' || c == ' ';
  }

  private static Optional<String> folder(Document document) {
    String folder = document.folder();
    return folder.equals(".")
        ? Optional.empty()
        : Optional.of(folder.substring(folder.lastIndexOf('/') + 1));
  }

  /** Says that nothing tells what the answer is about. */
  static void missing(Answer.Piece piece, String what, String example, Consumer<Note> notes) {
    String command = piece.call().substring(piece.call().indexOf(' ') + 1);
    notes.accept(
        new Note(
            Note.Kind.ERROR,
            "the answer does not say which "
                + what
                + " it is about, nor does a name in the path."
                + " Name the file after it, like "
                + command
                + "."
                + example
                + ".json",
            new Origin(piece.document().path(), piece.value().line(), piece.pointer())));
  }
}
