package dev.ambit.connect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/** A piece of a document, and the line on which it begins. */
sealed interface Value {
  int line();

  /** Fields in the order of the document; of a key that stands twice, the last value. */
  record Fields(Map<String, Field> all, ImmutableList<Twice> twice, int line) implements Value {}

  /** The value of a key, and the line of the key. */
  record Field(Value value, int keyLine) {}

  /** That a key stands on two lines of one object. */
  record Twice(String key, int firstLine, int secondLine) {}

  record Items(ImmutableList<Value> all, int line) implements Value {}

  /** Text as meant, or a number or boolean as written; empty for null. */
  record Scalar(Cursor.Kind kind, String text, int line) implements Value {}

  /** The value that begins with {@code token}, which {@code tokens} has just returned. */
  static Value read(Tokens tokens, Tokens.Token token) {
    int line = tokens.line();
    return switch (token) {
      case OBJECT -> fields(tokens, line);
      case LIST -> items(tokens, line);
      case TEXT -> new Scalar(Cursor.Kind.TEXT, tokens.text(), line);
      case NUMBER -> new Scalar(Cursor.Kind.NUMBER, tokens.text(), line);
      case BOOLEAN -> new Scalar(Cursor.Kind.BOOLEAN, tokens.text(), line);
      case NULL -> new Scalar(Cursor.Kind.NULL, "", line);
      case KEY, END_OBJECT, END_LIST, END ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private static Fields fields(Tokens tokens, int line) {
    Map<String, Field> fields = new LinkedHashMap<>();
    MutableList<Twice> twice = Lists.mutable.empty();
    while (tokens.next() != Tokens.Token.END_OBJECT) {
      String key = tokens.text();
      int keyLine = tokens.line();
      @Nullable Field before = fields.put(key, new Field(read(tokens, tokens.next()), keyLine));
      if (before != null) {
        twice.add(new Twice(key, before.keyLine(), keyLine));
      }
    }
    return new Fields(fields, twice.toImmutable(), line);
  }

  private static Items items(Tokens tokens, int line) {
    MutableList<Value> items = Lists.mutable.empty();
    for (Tokens.Token each = tokens.next(); each != Tokens.Token.END_LIST; each = tokens.next()) {
      items.add(read(tokens, each));
    }
    return new Items(items.toImmutable(), line);
  }
}
