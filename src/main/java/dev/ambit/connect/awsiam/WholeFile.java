package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ambit.connect.Document;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A file that is one small value. */
final class WholeFile {
  private WholeFile() {}

  /** Its value; empty, with an error note, if it is broken. */
  static Optional<JsonPart> root(Document document, Consumer<Note> notes) {
    try (InputStream bytes = document.open();
        JsonParser parser = Pages.JSON.createParser(bytes)) {
      if (parser.nextToken() == null) {
        notes.accept(Pages.empty(document.path()));
        return Optional.empty();
      }
      JsonPart root = JsonPart.read(parser);
      if (root.repeatedKey().isEmpty()) {
        return Optional.of(root);
      }
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "the key '" + root.repeatedKey() + "' stands twice. Remove one of them",
              new Origin(document.path(), root.line(), "")));
    } catch (JsonProcessingException e) {
      notes.accept(Pages.broken(document.path(), e, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }
}
