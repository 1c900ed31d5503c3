package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ambit.connect.Document;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How an answer of AWS looks from outside: its keys, and the keys of the object or of the first
 * record behind each. That is how the answers of hundreds of commands are told apart, since none
 * says which it is.
 */
final class Shape {
  private static final Shape NONE = new Shape();

  private final Map<String, Set<String>> keys = new TreeMap<>();

  private Shape() {}

  /** Of the document's beginning, as far as it goes; of several pages the first. */
  static Shape of(Document document) {
    if (!opens(document.head())) {
      return NONE;
    }
    Shape shape = new Shape();
    try (JsonParser parser = Pages.JSON.createParser(document.head())) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        first = parser.nextToken();
      }
      if (first == JsonToken.START_OBJECT) {
        shape.page(parser);
      }
    } catch (IOException e) {
      // The beginning of a larger file ends anywhere, and a broken file somewhere: what was seen is
      // enough to know whose it is, and reading it says what is wrong.
      return shape;
    }
    return shape;
  }

  private static boolean opens(byte[] head) {
    for (byte each : head) {
      if (each == '{' || each == '[') {
        return true;
      }
      boolean blank = each == ' ' || each == '\t' || each == '\n' || each == '\r';
      boolean mark = each == (byte) 0xEF || each == (byte) 0xBB || each == (byte) 0xBF;
      if (!blank && !mark) {
        return false;
      }
    }
    return false;
  }

  private void page(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals(Pages.RECORDED) && value == JsonToken.START_OBJECT) {
        page(parser);
        continue;
      }
      Set<String> below = keys.computeIfAbsent(key, each -> new TreeSet<>());
      if (value == JsonToken.START_OBJECT) {
        object(parser, below);
      } else if (value == JsonToken.START_ARRAY) {
        list(parser, below);
      }
    }
  }

  private static void object(JsonParser parser, Set<String> below) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      below.add(parser.currentName());
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static void list(JsonParser parser, Set<String> below) throws IOException {
    for (JsonToken item = parser.nextToken();
        item != JsonToken.END_ARRAY && item != null;
        item = parser.nextToken()) {
      if (item == JsonToken.START_OBJECT && below.isEmpty()) {
        object(parser, below);
      } else {
        parser.skipChildren();
      }
    }
  }

  boolean has(String key) {
    return keys.containsKey(key);
  }

  /** Whether {@code key} is there, and the object or first record behind it has {@code below}. */
  boolean has(String key, String below) {
    return keys.getOrDefault(key, Set.of()).contains(below);
  }

  /** Whether it has these keys, and no others but those that any answer may carry. */
  boolean isOnly(String... expected) {
    Set<String> others = new TreeSet<>(keys.keySet());
    Set.of(expected).forEach(others::remove);
    others.removeAll(Set.of("ResponseMetadata", "status_code", "NextToken", "nextToken"));
    return others.isEmpty() && keys.keySet().containsAll(Set.of(expected));
  }
}
