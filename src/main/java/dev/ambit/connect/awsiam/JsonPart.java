package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.ambit.connect.HalfCharacters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One record of an export as a small tree, each part with its line. Numbers and booleans are text:
 * AWS accepts them unquoted wherever a policy has a string.
 */
final class JsonPart {
  /** What stands for a key that is not there, and for null. */
  static final JsonPart ABSENT = new JsonPart(Kind.ABSENT, 0, "", List.of(), List.of());

  /** Keys that are compared one by one. */
  private static final int FEW = 12;

  private enum Kind {
    ABSENT,
    TEXT,
    LITERAL,
    LIST,
    OBJECT
  }

  private final Kind kind;
  private final int line;
  private final String text;
  private final List<String> keys;
  private final List<JsonPart> parts;

  private JsonPart(Kind kind, int line, String text, List<String> keys, List<JsonPart> parts) {
    this.kind = kind;
    this.line = line;
    this.text = text;
    this.keys = keys;
    this.parts = parts;
  }

  /**
   * The value whose first token the parser has just read.
   *
   * @throws IOException if the text is no JSON, or goes beyond the parser's limits
   */
  static JsonPart read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    int line = parser.currentTokenLocation().getLineNr();
    if (token == JsonToken.START_OBJECT) {
      List<String> keys = new ArrayList<>(8);
      List<JsonPart> parts = new ArrayList<>(8);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        keys.add(whole(parser, parser.currentName()));
        parser.nextToken();
        parts.add(read(parser));
      }
      return new JsonPart(Kind.OBJECT, line, "", keys, parts);
    }
    if (token == JsonToken.START_ARRAY) {
      List<JsonPart> parts = new ArrayList<>(4);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        parts.add(read(parser));
      }
      return new JsonPart(Kind.LIST, line, "", List.of(), parts);
    }
    if (token == JsonToken.VALUE_NULL) {
      return ABSENT;
    }
    Kind kind = token == JsonToken.VALUE_STRING ? Kind.TEXT : Kind.LITERAL;
    return new JsonPart(kind, line, whole(parser, parser.getText()), List.of(), List.of());
  }

  private static String whole(JsonParser parser, String text) throws IOException {
    if (HalfCharacters.standIn(text)) {
      throw new JsonParseException(parser, "Invalid UTF-8: half a character");
    }
    return text;
  }

  /** The same, for a text in which lines have no meaning. */
  JsonPart withoutLines() {
    return new JsonPart(kind, 0, text, keys, parts.stream().map(JsonPart::withoutLines).toList());
  }

  /** The same object without one of its keys. */
  JsonPart without(String key) {
    int index = keys.indexOf(key);
    if (index < 0) {
      return this;
    }
    List<String> left = new ArrayList<>(keys);
    List<JsonPart> values = new ArrayList<>(parts);
    left.remove(index);
    values.remove(index);
    return new JsonPart(kind, line, text, left, values);
  }

  boolean isAbsent() {
    return kind == Kind.ABSENT;
  }

  boolean isText() {
    return kind == Kind.TEXT || kind == Kind.LITERAL;
  }

  boolean isList() {
    return kind == Kind.LIST;
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /** 1-based line of the first character in its text; 0 for what is absent. */
  int line() {
    return line;
  }

  /** The text; empty for anything that is none. */
  String text() {
    return text;
  }

  List<String> keys() {
    return keys;
  }

  /** Elements of a list, or values of an object in the order of {@link #keys()}. */
  List<JsonPart> parts() {
    return parts;
  }

  /** The records of a list; some tools write the only one of a list without it. */
  List<JsonPart> records() {
    return isObject() ? List.of(this) : parts;
  }

  /** Where a record of these is, seen from here. */
  String pointerTo(int record) {
    return isObject() ? "" : "/" + record;
  }

  /** The value of the first such key; {@link #ABSENT} if there is none. */
  JsonPart at(String key) {
    int index = keys.indexOf(key);
    return index < 0 ? ABSENT : parts.get(index);
  }

  boolean has(String key) {
    return keys.contains(key);
  }

  /** The first key that stands twice in one object, here or below; empty if there is none. */
  String repeatedKey() {
    if (parts.isEmpty()) {
      return "";
    }
    String own = keys.size() > FEW ? firstTwice(keys) : firstTwiceOfFew(keys);
    if (!own.isEmpty()) {
      return own;
    }
    for (JsonPart part : parts) {
      String repeated = part.repeatedKey();
      if (!repeated.isEmpty()) {
        return repeated;
      }
    }
    return "";
  }

  private static String firstTwice(List<String> keys) {
    Set<String> before = new HashSet<>();
    for (String key : keys) {
      if (!before.add(key)) {
        return key;
      }
    }
    return "";
  }

  /** A set for each of a million records costs more than comparing every key with every other. */
  private static String firstTwiceOfFew(List<String> keys) {
    for (int i = 1; i < keys.size(); i++) {
      for (int before = 0; before < i; before++) {
        if (keys.get(before).equals(keys.get(i))) {
          return keys.get(i);
        }
      }
    }
    return "";
  }

  /** A text as one, a list as its texts; what is neither is left out. */
  ImmutableList<String> texts() {
    if (isText()) {
      return Lists.immutable.of(text);
    }
    return Lists.immutable.fromStream(
        parts.stream().filter(JsonPart::isText).map(part -> part.text));
  }

  /** Compact JSON with keys and list elements sorted: the same for the same meaning. */
  String canonical() {
    return switch (kind) {
      case ABSENT -> "null";
      case TEXT -> quoted(text);
      case LITERAL -> text;
      case LIST ->
          Lists.mutable
              .ofAll(parts)
              .collect(JsonPart::canonical)
              .sortThis()
              .makeString("[", ",", "]");
      case OBJECT ->
          Lists.mutable
              .ofAll(keys)
              .zip(parts)
              .collect(field -> quoted(field.getOne()) + ":" + field.getTwo().canonical())
              .sortThis()
              .makeString("{", ",", "}");
    };
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
