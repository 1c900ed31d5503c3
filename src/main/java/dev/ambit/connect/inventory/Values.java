package dev.ambit.connect.inventory;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Cursor.Kind;
import dev.ambit.connect.InputException;
import dev.ambit.model.Day;
import dev.ambit.model.Nearest;
import dev.ambit.model.Ref;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Reads single values. What is wrong with one is handed on, and the answer is then empty. */
record Values(Consumer<InputException> mistakes) {

  Optional<Cursor> of(Kind kind, Cursor value) {
    if (value.is(kind)) {
      return Optional.of(value);
    }
    mistakes.accept(value.expected(kind));
    return Optional.empty();
  }

  Optional<String> text(Cursor value) {
    return of(Kind.TEXT, value).flatMap(Cursor::text);
  }

  Optional<Boolean> truth(Cursor value) {
    return of(Kind.BOOLEAN, value).flatMap(Cursor::truth);
  }

  /** A whole number from 0. */
  Optional<Integer> count(Cursor value) {
    return of(Kind.NUMBER, value)
        .flatMap(Cursor::scalar)
        .flatMap(
            digits ->
                orWrong(
                    Names.count(digits),
                    value,
                    () -> "expected a whole number from 0 to 2147483647, found " + quoted(value),
                    () -> "Write digits only"));
  }

  Optional<LocalDate> day(Cursor value) {
    return text(value).flatMap(text -> day(value, text, ""));
  }

  /** A day, or the word never. */
  Optional<Day> dayOrNever(Cursor value) {
    return text(value)
        .flatMap(
            text ->
                text.equals("never")
                    ? Optional.of(new Day.Never())
                    : day(value, text, ", or never").map(Day.On::new));
  }

  private Optional<LocalDate> day(Cursor value, String text, String orElse) {
    return orWrong(
        Names.day(text),
        value,
        () -> "expected a date like 2026-03-31" + orElse + ", found " + quoted(value),
        () -> "Write year-month-day, of a day that exists");
  }

  /** The name of a node that is declared here. */
  Optional<String> ownId(Cursor value) {
    return name(value)
        .flatMap(
            id ->
                orWrong(
                    Optional.of(id).filter(each -> !Names.isTaken(each)),
                    value,
                    () -> quoted(value) + " is a name that Ambit uses itself",
                    () -> "Choose another id"));
  }

  Optional<String> name(Cursor value) {
    return text(value)
        .flatMap(
            text ->
                orWrong(
                    Optional.of(text).filter(Names::isName),
                    value,
                    () -> quoted(value) + " is empty, or has a space or '*' in it",
                    () -> "Write an id"));
  }

  /** A name, its beginning followed by {@code *}, or {@code *}. */
  Optional<String> pattern(Cursor value) {
    return text(value)
        .flatMap(
            text ->
                orWrong(
                    Optional.of(text).filter(Names::isPattern),
                    value,
                    () ->
                        quoted(value) + " is empty, or has a space in it, or a '*' before its end",
                    () -> "Write an id, or its beginning followed by '*'"));
  }

  /** A name that is used here. */
  Optional<Ref> ref(Cursor value) {
    return name(value).map(id -> new Ref(id, value.origin()));
  }

  Optional<Ref> patternRef(Cursor value) {
    return pattern(value).map(id -> new Ref(id, value.origin()));
  }

  /** One of the values of an enum. */
  <E> Optional<E> word(Cursor value, Words<E> accepted) {
    return word(value, accepted.all(), accepted.values()::get);
  }

  /** One of some words. */
  Optional<String> oneOf(Cursor value, ImmutableList<String> accepted) {
    return word(value, accepted, accepted::get);
  }

  private <T> Optional<T> word(
      Cursor value, ImmutableList<String> accepted, Function<Integer, T> at) {
    return text(value)
        .flatMap(
            text ->
                orWrong(
                    Optional.of(accepted.indexOf(text)).filter(index -> index >= 0).map(at),
                    value,
                    () -> quoted(value) + " is not known here",
                    () -> acceptedWords(text, accepted)));
  }

  private static String acceptedWords(String text, ImmutableList<String> accepted) {
    ImmutableList<String> few = Nearest.few(text, accepted);
    String among = few.size() < accepted.size() ? "Among the words accepted: " : "Accepted: ";
    return among + few.makeString(", ");
  }

  /** What the items of a list say; those with a mistake are left out. */
  <T> ImmutableList<T> each(Cursor list, Function<Cursor, Optional<T>> reading) {
    MutableList<T> read = Lists.mutable.empty();
    of(Kind.LIST, list)
        .ifPresent(all -> all.items().forEach(item -> reading.apply(item).ifPresent(read::add)));
    return read.toImmutable();
  }

  /** Hands on what stands twice in a list that should not. */
  void checkDifferent(Cursor list) {
    if (list.size() < 2) {
      return;
    }
    Set<String> before = new HashSet<>();
    list.items()
        .select(item -> item.text().filter(text -> !before.add(text)).isPresent())
        .forEach(
            item ->
                mistakes.accept(
                    item.wrong(quoted(item) + " stands twice in this list", "Remove one")));
  }

  // The sentences are made only for what is wrong: of a million values, hardly any is.
  private <T> Optional<T> orWrong(
      Optional<T> read, Cursor value, Supplier<String> what, Supplier<String> remedy) {
    if (read.isEmpty()) {
      mistakes.accept(value.wrong(what.get(), remedy.get()));
    }
    return read;
  }

  static String quoted(Cursor value) {
    return "'" + Nearest.shortened(value.scalar().orElse("")) + "'";
  }
}
