package dev.ambit.connect.result;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.InputException;
import dev.ambit.model.Heads;
import dev.ambit.model.Nearest;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The kinds of value a stored result is made of; each is refused with its place if it is wrong. */
final class Fields {
  private static final ImmutableList<String> BUILT_IN =
      Lists.immutable.of("everyone", "internet", "authenticated");

  private Fields() {}

  static String text(Cursor object, String key) {
    return object.requiredText(key);
  }

  /** Empty where the key is absent. */
  static String textOrEmpty(Cursor object, String key) {
    return object
        .child(key)
        .map(child -> child.text().orElseThrow(() -> child.expected(Cursor.Kind.TEXT)))
        .orElse("");
  }

  static boolean truth(Cursor object, String key) {
    Cursor child = object.required(key);
    return child.truth().orElseThrow(() -> child.expected(Cursor.Kind.BOOLEAN));
  }

  static int number(Cursor object, String key) {
    return Math.toIntExact(Math.min(Integer.MAX_VALUE, count(object.required(key))));
  }

  static long longNumber(Cursor object, String key) {
    return count(object.required(key));
  }

  /** 0 where the key is absent. */
  static int numberOrZero(Cursor object, String key) {
    return object.has(key) ? number(object, key) : 0;
  }

  private static long count(Cursor cursor) {
    String written = cursor.expect(Cursor.Kind.NUMBER).scalar().orElse("");
    try {
      long count = Long.parseLong(written);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below, as for a negative one
    }
    throw cursor.wrong("expected a count, found " + written, "Write a whole number, 0 or more");
  }

  static LocalDate day(Cursor object, String key) {
    Cursor child = object.required(key);
    String written = text(object, key);
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new InputException(
          child.origin(),
          "expected a date like 2026-03-31, found '" + Nearest.shortened(written) + "'",
          "Write year-month-day",
          e);
    }
  }

  /** One of the words of an enum. */
  static <E extends Enum<E>> E word(Cursor object, String key, E[] all, Function<E, String> word) {
    return word(object.required(key), all, word);
  }

  private static <E extends Enum<E>> E word(Cursor cursor, E[] all, Function<E, String> word) {
    String written = cursor.text().orElseThrow(() -> cursor.expected(Cursor.Kind.TEXT));
    for (E each : all) {
      if (word.apply(each).equals(written)) {
        return each;
      }
    }
    throw unknown(cursor, written, Lists.immutable.of(all).collect(word::apply));
  }

  static InputException unknown(Cursor cursor, String written, ImmutableList<String> known) {
    return cursor.wrong(
        "'" + Nearest.shortened(written) + "' is not known here",
        "The nearest word that is: '" + Nearest.to(written, known) + "'");
  }

  static Severity severity(Cursor object, String key) {
    return word(object, key, Severity.values(), Severity::word);
  }

  static ImmutableList<String> words(Cursor object, String key) {
    return list(
        object, key, item -> item.text().orElseThrow(() -> item.expected(Cursor.Kind.TEXT)));
  }

  static <T> ImmutableList<T> list(Cursor object, String key, Function<Cursor, T> read) {
    return object.required(key).expect(Cursor.Kind.LIST).items().collect(read::apply);
  }

  /** A number of people, or a word that stands for them. */
  static Heads heads(Cursor object, String key, boolean atLeast) {
    Cursor child = object.required(key);
    if (child.is(Cursor.Kind.TEXT)) {
      String word = child.text().orElse("");
      if (!BUILT_IN.contains(word)) {
        throw unknown(child, word, BUILT_IN);
      }
      return new Heads(0, atLeast, word);
    }
    return new Heads(count(child), atLeast, "");
  }

  static boolean atLeast(Cursor object) {
    return object.has("atLeast") && truth(object, "atLeast");
  }

  static Origin origin(Cursor object) {
    return place(object.required("origin").expect(Cursor.Kind.OBJECT));
  }

  static Origin place(Cursor place) {
    String file = text(place, "file");
    if (file.isBlank()) {
      throw place.wrong("'file' is empty", "Name the file");
    }
    return new Origin(file, numberOrZero(place, "line"), textOrEmpty(place, "pointer"));
  }
}
