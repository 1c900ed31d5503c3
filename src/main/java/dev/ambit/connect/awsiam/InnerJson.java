package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A text of an answer that is itself an object in JSON. */
final class InnerJson {
  private InnerJson() {}

  /**
   * The object, with the lines of the text itself; empty, with an error note, if it is none.
   *
   * @param what the text is, in a word, for the note
   */
  static Optional<JsonPart> of(String text, Origin origin, String what, Consumer<Note> notes) {
    try (JsonParser parser = Pages.JSON.createParser(text)) {
      JsonPart inside = parser.nextToken() == null ? JsonPart.ABSENT : JsonPart.read(parser);
      if (inside.isObject() && inside.repeatedKey().isEmpty()) {
        return Optional.of(inside);
      }
      String wrong = " is no object with each key once. Correct it";
      notes.accept(new Note(Note.Kind.ERROR, "the text of this " + what + wrong, origin));
    } catch (JsonProcessingException e) {
      String problem = "in the text of this " + what + ", " + Pages.problem(e);
      notes.accept(new Note(Note.Kind.ERROR, problem, origin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }
}
