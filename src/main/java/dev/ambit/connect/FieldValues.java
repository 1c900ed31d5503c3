package dev.ambit.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object, in the order of the document; of a key that stands twice, the last value
 * at the first place. Small ones are searched from front to back, since a map for each of a million
 * records of five fields costs more than all the searching.
 */
final class FieldValues implements Value {
  private static final int SMALL = 16;

  private final List<Field> all = new ArrayList<>(6);
  private @Nullable Map<String, Integer> index;
  private ImmutableList<Twice> twice = Lists.immutable.empty();
  private boolean hasTwice;
  private final int line;

  /** A key, its line, and its value. */
  record Field(String key, int keyLine, Value value) {}

  /** That a key stands on two lines of one object. */
  record Twice(String key, int firstLine, int secondLine) {}

  private FieldValues(int line) {
    this.line = line;
  }

  /** What stands up to the end of the object, whose beginning was just read. */
  static FieldValues read(Tokens tokens, int line) {
    FieldValues fields = new FieldValues(line);
    MutableList<Twice> twice = Lists.mutable.empty();
    while (tokens.next() != Tokens.Token.END_OBJECT) {
      String key = tokens.text();
      int keyLine = tokens.line();
      Value value = Value.read(tokens, tokens.next());
      fields.put(new Field(key, keyLine, value), twice);
    }
    fields.twice = twice.toImmutable();
    fields.hasTwice |= twice.notEmpty();
    return fields;
  }

  private void put(Field field, MutableList<Twice> twice) {
    hasTwice |= field.value().hasTwice();
    int before = position(field.key());
    if (before < 0) {
      if (index != null) {
        index.put(field.key(), all.size());
      }
      all.add(field);
    } else {
      twice.add(new Twice(field.key(), all.get(before).keyLine(), field.keyLine()));
      all.set(before, field);
    }
  }

  private int position(String key) {
    if (all.size() > SMALL) {
      return indexed().getOrDefault(key, -1);
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Integer> indexed() {
    if (index == null) {
      index = new HashMap<>();
      for (int i = 0; i < all.size(); i++) {
        index.put(all.get(i).key(), i);
      }
    }
    return index;
  }

  @Nullable Field get(String key) {
    int position = position(key);
    return position < 0 ? null : all.get(position);
  }

  List<Field> all() {
    return all;
  }

  /** The keys of this object itself that stand twice. */
  ImmutableList<Twice> twice() {
    return twice;
  }

  @Override
  public boolean hasTwice() {
    return hasTwice;
  }

  @Override
  public int line() {
    return line;
  }
}
