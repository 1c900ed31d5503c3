package dev.ambit.connect;

import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** How a document is written. */
public enum Syntax {
  /** RFC 8259, and no key twice. */
  JSON,
  /**
   * As editors and agent clients read their settings: with comments and trailing commas; of a key
   * that stands twice the last counts.
   */
  JSON_WITH_COMMENTS,
  /**
   * The YAML 1.2 core schema without anchors, aliases, merge keys, tags, a second document or a key
   * twice.
   */
  YAML;

  /** By the end of the name: {@code .json} is JSON, everything else YAML. */
  public static Syntax ofName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : YAML;
  }

  /**
   * The document from its beginning. The caller closes it.
   *
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public Tokens open(Document document) {
    try {
      InputStream bytes = document.open();
      return this == YAML
          ? YamlTokens.over(new Utf8Reader(bytes, document.path()), document.path(), 1)
          : new JsonTokens(JsonTokens.parser(this, bytes), document.path(), 1, this == JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that stands in a file from line {@code firstLine} on, such as front matter. */
  public Tokens open(String text, String file, int firstLine) {
    return this == YAML
        ? YamlTokens.over(new StringReader(text), file, firstLine)
        : new JsonTokens(JsonTokens.parser(this, text), file, firstLine, this == JSON);
  }

  /** The whole document as a tree. */
  public Cursor read(Document document) {
    try (Tokens tokens = open(document)) {
      return Cursor.whole(tokens, document.path());
    }
  }

  /** A text that stands in a file from line {@code firstLine} on, as a tree of its own. */
  public Cursor read(String text, String file, int firstLine) {
    try (Tokens tokens = open(text, file, firstLine)) {
      return Cursor.whole(tokens, file);
    }
  }

  /**
   * What is wrong with a JSON document that ends too early, whatever it was meant to be; empty for
   * one that is whole, or no JSON at all.
   */
  static Optional<InputException> cutOff(Document document) {
    try (Tokens tokens = JSON_WITH_COMMENTS.open(document)) {
      while (tokens.next() != Tokens.Token.END) {
        // only the end is of interest
      }
      return Optional.empty();
    } catch (InputException e) {
      return e.getCause() instanceof JsonEOFException ? Optional.of(e) : Optional.empty();
    }
  }

  /** What is said of a document without any value in it. */
  static InputException empty(String file) {
    return new InputException(
        Origin.ofFile(file), "the file is empty", "Fill it, or take it out of the input");
  }
}
