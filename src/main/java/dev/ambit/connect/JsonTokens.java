package dev.ambit.connect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * JSON over a Jackson parser. Jackson checks the UTF-8, skips a byte order mark and keeps the
 * limits.
 */
final class JsonTokens implements Tokens {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEPTH)
          .maxStringLength(20_000_000)
          .maxNameLength(50_000)
          .maxNumberLength(1_000)
          .build();

  // Names come from outside: interning them would keep them for the life of the process.
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .build();

  private static final JsonFactory WITH_COMMENTS =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final JsonParser parser;
  private final String file;
  private final int firstLine;
  private final boolean refusesDuplicates;

  JsonTokens(JsonParser parser, String file, int firstLine, boolean refusesDuplicates) {
    this.parser = parser;
    this.file = file;
    this.firstLine = firstLine;
    this.refusesDuplicates = refusesDuplicates;
  }

  static JsonParser parser(Syntax syntax, InputStream bytes) throws IOException {
    return factory(syntax).createParser(bytes);
  }

  static JsonParser parser(Syntax syntax, String text) {
    try {
      return factory(syntax).createParser(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonFactory factory(Syntax syntax) {
    return syntax == Syntax.JSON ? STRICT : WITH_COMMENTS;
  }

  @Override
  public Token next() {
    try {
      var token = parser.nextToken();
      if (token == null) {
        return Token.END;
      }
      return switch (token) {
        case START_OBJECT -> Token.OBJECT;
        case END_OBJECT -> Token.END_OBJECT;
        case START_ARRAY -> Token.LIST;
        case END_ARRAY -> Token.END_LIST;
        case FIELD_NAME -> Token.KEY;
        case VALUE_STRING -> Token.TEXT;
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
        case VALUE_TRUE, VALUE_FALSE -> Token.BOOLEAN;
        case VALUE_NULL -> Token.NULL;
        case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("no token of a file: " + token);
      };
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String text() {
    try {
      return HalfCharacters.refusedIn(parser.getText(), file, line());
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int line() {
    return firstLine + parser.currentTokenLocation().getLineNr() - 1;
  }

  @Override
  public boolean refusesDuplicates() {
    return refusesDuplicates;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputException broken(JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : firstLine + e.getLocation().getLineNr() - 1;
    Origin origin = new Origin(file, Math.max(0, line), "");
    String what = e.getOriginalMessage();
    if (e instanceof JsonEOFException || what.startsWith("Unexpected end-of-input")) {
      return new InputException(
          origin, "the file ends in the middle of a value", "Export it again, it was cut off", e);
    }
    if (e instanceof StreamConstraintsException) {
      return new InputException(
          origin,
          "nesting or text beyond the limit (" + DEPTH + " levels, 20 million characters)",
          "Split the file",
          e);
    }
    if (what.startsWith("Invalid UTF-8")) {
      return Utf8Reader.invalid(origin, e);
    }
    // Jackson quotes the whole word it stumbled over, which may be a secret; single characters are
    // harmless.
    String detail = what.startsWith("Unexpected character") ? ": u" + what.substring(1) : "";
    return new InputException(origin, "this is no JSON" + detail, "Correct the syntax here", e);
  }
}
