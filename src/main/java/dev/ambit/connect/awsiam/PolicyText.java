package dev.ambit.connect.awsiam;

import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A policy document in the three forms it travels in: an object, a string with JSON in it, and that
 * string percent-encoded, as the raw IAM interface gives it.
 */
final class PolicyText {
  private PolicyText() {}

  /**
   * The document behind {@code part}, and the line its statements have; empty, with an error note,
   * if it is none.
   */
  static Optional<Document> of(JsonPart part, Origin origin, Consumer<Note> notes) {
    if (part.isObject()) {
      return Optional.of(new Document(part, 0));
    }
    if (!part.isText()) {
      notes.accept(error(origin, "expected a policy document. Export it again"));
      return Optional.empty();
    }
    try {
      String text = decoded(part.text());
      return InnerJson.of(text, origin, "policy", notes)
          .map(inside -> new Document(inside, origin.line()));
    } catch (IllegalArgumentException e) {
      notes.accept(error(origin, "the percent-encoding of this policy is broken. Export it again"));
    }
    return Optional.empty();
  }

  private static Note error(Origin origin, String text) {
    return new Note(Note.Kind.ERROR, text, origin);
  }

  private static String decoded(String text) {
    if (!text.stripLeading().startsWith("%")) {
      return text;
    }
    // In a URL's path, unlike in a form, a plus is a plus.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * @param line the line of the string that the document stands in; 0 if each of its parts has a
   *     line of its own
   */
  record Document(JsonPart root, int line) {
    int lineOf(JsonPart part) {
      return line > 0 ? line : part.line();
    }
  }
}
