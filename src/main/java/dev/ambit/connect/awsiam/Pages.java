package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.ambit.connect.Document;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks an export record by record: an object with lists of records, a list of such pages, or pages
 * behind one another in one file. Never more than one record is in memory.
 *
 * <p>Pointers start anew with each page of a file that holds several behind one another, since JSON
 * Pointer knows no such file; the line tells which page it is.
 */
final class Pages {
  /** Limits of a parser of foreign text: a string of 20 million characters, 500 levels. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(500)
                  .maxStringLength(20_000_000)
                  .maxNameLength(50_000)
                  .build())
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .build();

  /** Where a recorder of answers ({@code status_code} and {@code data}) puts the answer itself. */
  static final String RECORDED = "data";

  /** Takes the records, and the fields beside the lists, in the order of the file. */
  interface Reader {
    /** One element of the list {@code list}, and its JSON pointer. */
    void record(String list, String pointer, JsonPart record);

    /** A field of a page that is none of the lists. */
    void field(String name, String pointer, JsonPart value);
  }

  private final String file;
  private final Set<String> lists;
  private final Reader reader;
  private final Consumer<Note> notes;

  private Pages(String file, Set<String> lists, Reader reader, Consumer<Note> notes) {
    this.file = file;
    this.lists = lists;
    this.reader = reader;
    this.notes = notes;
  }

  /** The same, with each page as one record, for answers that are one small object. */
  static void whole(Document document, Reader reader, Consumer<Note> notes) {
    read(document, Set.of(), reader, notes);
  }

  /**
   * Reads to the end, or to the first character that is no JSON: that is an error note, and what
   * stands before it was handed over.
   */
  static void read(Document document, Set<String> lists, Reader reader, Consumer<Note> notes) {
    new Pages(document.path(), lists, reader, notes).all(document);
  }

  private void all(Document document) {
    try (InputStream bytes = document.open();
        JsonParser parser = JSON.createParser(bytes)) {
      try {
        if (parser.nextToken() == null) {
          notes.accept(empty(file));
        }
        while (parser.hasCurrentToken()) {
          root(parser);
          parser.nextToken();
        }
      } catch (JsonProcessingException e) {
        notes.accept(broken(file, e, 0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void root(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      page(parser, "");
      return;
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      page(parser, "/" + i);
    }
  }

  private void page(JsonParser parser, String pointer) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      error(parser, pointer, "expected a page of the export (an object). Export it again");
      parser.skipChildren();
      return;
    }
    if (lists.isEmpty()) {
      record(parser, "", pointer);
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String at = pointer + "/" + Pointers.escaped(name);
      JsonToken value = parser.nextToken();
      if (name.equals(RECORDED) && value == JsonToken.START_OBJECT) {
        page(parser, at);
      } else if (!lists.contains(name)) {
        reader.field(name, at, JsonPart.read(parser));
      } else if (value == JsonToken.START_ARRAY) {
        records(parser, name, at);
      } else if (value != JsonToken.VALUE_NULL) {
        error(parser, at, "expected a list of records. Export it again");
        parser.skipChildren();
      }
    }
  }

  private void records(JsonParser parser, String list, String pointer) throws IOException {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      record(parser, list, pointer + "/" + i);
    }
  }

  private void record(JsonParser parser, String list, String at) throws IOException {
    JsonPart record = JsonPart.read(parser);
    String repeated = record.repeatedKey();
    if (!record.isObject()) {
      error(record.line(), at, "expected a record (an object); it is left out. Export it again");
    } else if (!repeated.isEmpty()) {
      error(
          record.line(),
          at,
          "the key '" + repeated + "' stands twice; the record is left out. Remove one of them");
    } else if (list.isEmpty() && record.at(RECORDED).isObject()) {
      reader.record(list, at + "/" + RECORDED, record.at(RECORDED));
    } else {
      reader.record(list, at, record);
    }
  }

  private void error(JsonParser parser, String pointer, String text) {
    error(parser.currentTokenLocation().getLineNr(), pointer, text);
  }

  private void error(int line, String pointer, String text) {
    notes.accept(new Note(Note.Kind.ERROR, text, new Origin(file, line, pointer)));
  }

  /** A file without a value in it. */
  static Note empty(String file) {
    return new Note(
        Note.Kind.ERROR,
        "the file is empty. Fill it, or take it out of the input",
        Origin.ofFile(file));
  }

  /**
   * What is wrong with a text that Jackson could not read. Jackson's own message quotes the text,
   * so it is not passed on.
   *
   * @param line the line of the string the text stands in; 0 if it is the file itself
   */
  static Note broken(String file, JsonProcessingException e, int line) {
    int at = line > 0 || e.getLocation() == null ? line : e.getLocation().getLineNr();
    return new Note(Note.Kind.ERROR, problem(e), new Origin(file, Math.max(0, at), ""));
  }

  static String problem(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the text ends in the middle of a value; what stands before is kept. Export it again";
    }
    if (e instanceof StreamConstraintsException) {
      return "the text goes beyond 500 levels or 20 million characters in one string."
          + " Split the file";
    }
    return e.getOriginalMessage().startsWith("Invalid UTF-8")
        ? "the text is no UTF-8; what stands before is kept. Save it as UTF-8"
        : "the text is no JSON here; what stands before is kept. Correct it, or export it again";
  }
}
