package dev.ambit.connect;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A piece of a document, and the line on which it begins. */
sealed interface Value permits FieldValues, Value.Items, Value.Scalar {
  int line();

  /** Whether a key stands twice in an object, here or anywhere below. */
  boolean hasTwice();

  /** The items of a list, in order. */
  record Items(ImmutableList<Value> all, boolean hasTwice, int line) implements Value {}

  /** Text as meant, or a number or boolean as written; empty for null. */
  record Scalar(Cursor.Kind kind, String text, int line) implements Value {
    @Override
    public boolean hasTwice() {
      return false;
    }
  }

  /** The value that begins with {@code token}, which {@code tokens} has just returned. */
  static Value read(Tokens tokens, Tokens.Token token) {
    int line = tokens.line();
    return switch (token) {
      case OBJECT -> FieldValues.read(tokens, line);
      case LIST -> items(tokens, line);
      case TEXT -> new Scalar(Cursor.Kind.TEXT, tokens.text(), line);
      case NUMBER -> new Scalar(Cursor.Kind.NUMBER, tokens.text(), line);
      case BOOLEAN -> new Scalar(Cursor.Kind.BOOLEAN, tokens.text(), line);
      case NULL -> new Scalar(Cursor.Kind.NULL, "", line);
      case KEY, END_OBJECT, END_LIST, END ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private static Items items(Tokens tokens, int line) {
    MutableList<Value> items = Lists.mutable.empty();
    boolean twice = false;
    for (Tokens.Token each = tokens.next(); each != Tokens.Token.END_LIST; each = tokens.next()) {
      Value item = read(tokens, each);
      items.add(item);
      twice |= item.hasTwice();
    }
    return new Items(items.toImmutable(), twice, line);
  }
}
