package dev.ambit.connect.result;

import dev.ambit.connect.Cursor;

/** A value as JSON text, written as our changes write it: on one line, a blank after each comma. */
final class JsonText {
  private JsonText() {}

  static String of(Cursor value) {
    return switch (value.kind()) {
      case OBJECT ->
          value
              .children()
              .collect(child -> quoted(child.key()) + ": " + of(child))
              .makeString("{", ", ", "}");
      case LIST -> value.items().collect(JsonText::of).makeString("[", ", ", "]");
      case TEXT -> quoted(value.text().orElse(""));
      case NUMBER, BOOLEAN -> value.scalar().orElse("");
      case NULL -> "null";
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
