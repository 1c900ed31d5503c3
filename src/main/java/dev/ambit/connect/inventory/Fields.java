package dev.ambit.connect.inventory;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Cursor.Kind;
import dev.ambit.connect.InputException;
import dev.ambit.model.Day;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * One record of an inventory, asked field by field. Every question makes its key a known one, so
 * that at the end we can tell which keys nobody asked for. A mistake is handed on and the answer is
 * as if nothing stood there; whoever reads the record drops it when there was a mistake.
 */
final class Fields {
  private final Cursor record;
  private final Values values;
  private final MutableList<String> known = Lists.mutable.withInitialCapacity(16);
  private int found;

  private Fields(Cursor record, Consumer<InputException> mistakes) {
    this.record = record;
    this.values = new Values(mistakes);
  }

  /** A whole record: nothing if it is no object, else as far as it can be read. */
  static <T> Optional<T> read(
      Cursor record, Function<Fields, T> reading, Consumer<InputException> mistakes) {
    if (!record.is(Kind.OBJECT)) {
      mistakes.accept(record.expected(Kind.OBJECT));
      return Optional.empty();
    }
    Fields fields = new Fields(record, mistakes);
    T read = reading.apply(fields);
    if (fields.found < record.size()) {
      record.unknownKeys(fields.known.toImmutable()).forEach(mistakes::accept);
    }
    return Optional.of(read);
  }

  Origin origin() {
    return record.origin();
  }

  /** Of the value of a key, or of the record if it has none. */
  Origin originOf(String key) {
    return record.child(key).map(Cursor::origin).orElse(origin());
  }

  boolean has(String key) {
    return record.has(key);
  }

  void wrong(String what, String remedy) {
    values.mistakes().accept(record.wrong(what, remedy));
  }

  private Optional<Cursor> at(String key) {
    known.add(key);
    Optional<Cursor> child = record.child(key);
    found += child.isPresent() ? 1 : 0;
    return child;
  }

  private Optional<Cursor> needed(String key) {
    Optional<Cursor> child = at(key);
    if (child.isEmpty()) {
      values.mistakes().accept(record.missing(key));
    }
    return child;
  }

  private <T> Said<T> said(String key, Function<Cursor, Optional<T>> reading) {
    return at(key)
        .flatMap(child -> reading.apply(child).map(value -> Said.of(value, child.origin())))
        .orElse(Said.nothing());
  }

  /** The node's own id; empty if there is a mistake in it. */
  String id() {
    return needed("id").flatMap(values::ownId).orElse("");
  }

  String idOr(String otherwise) {
    return at("id").flatMap(values::ownId).orElse(otherwise);
  }

  Said<String> text(String key) {
    return said(key, values::text);
  }

  String neededText(String key) {
    return needed(key).flatMap(values::text).orElse("");
  }

  ImmutableList<String> texts(String key) {
    return at(key).map(list -> values.each(list, values::text)).orElse(Lists.immutable.empty());
  }

  Said<Boolean> truth(String key) {
    return said(key, values::truth);
  }

  Said<Integer> count(String key) {
    return said(key, values::count);
  }

  Said<LocalDate> day(String key) {
    return said(key, values::day);
  }

  Said<Day> dayOrNever(String key) {
    return said(key, values::dayOrNever);
  }

  Said<Ref> ref(String key) {
    return said(key, values::ref);
  }

  Ref neededRef(String key) {
    return needed(key).flatMap(values::ref).orElse(new Ref("", origin()));
  }

  Ref neededPattern(String key) {
    return needed(key).flatMap(values::patternRef).orElse(new Ref("", origin()));
  }

  Refs refs(String key) {
    return refs(key, values::ref);
  }

  /** Names, or beginnings followed by {@code *}. */
  Refs patterns(String key) {
    return refs(key, values::patternRef);
  }

  private Refs refs(String key, Function<Cursor, Optional<Ref>> reading) {
    Optional<Cursor> list = at(key);
    list.ifPresent(values::checkDifferent);
    return list.map(each -> Refs.of(values.each(each, reading))).orElse(Refs.NOT_SAID);
  }

  <E> Said<E> word(String key, Words<E> accepted) {
    return said(key, child -> values.word(child, accepted));
  }

  <E> E neededWord(String key, Words<E> accepted) {
    return needed(key)
        .flatMap(child -> values.word(child, accepted))
        .orElse(accepted.values().get(0));
  }

  /** Whether the first of two words stands there. */
  Said<Boolean> isFirst(String key, String first, String second) {
    ImmutableList<String> accepted = Lists.immutable.of(first, second);
    return said(key, child -> values.oneOf(child, accepted).map(first::equals));
  }

  /** At least one of some words, sorted. */
  ImmutableList<String> neededWords(String key, ImmutableList<String> accepted) {
    Optional<Cursor> list = needed(key);
    list.filter(each -> each.is(Kind.LIST) && each.items().isEmpty())
        .ifPresent(
            each ->
                values
                    .mistakes()
                    .accept(each.wrong("the list is empty", "Write at least one word in it")));
    return list.map(each -> values.each(each, item -> values.oneOf(item, accepted)))
        .orElse(Lists.immutable.empty())
        .toSortedList()
        .toImmutable();
  }

  /** The same, where no word may stand twice. */
  ImmutableList<String> neededDifferentWords(String key, ImmutableList<String> accepted) {
    record.child(key).ifPresent(values::checkDifferent);
    return neededWords(key, accepted);
  }

  <T> Said<T> object(String key, Function<Fields, T> reading) {
    return said(key, child -> read(child, reading, values.mistakes()));
  }

  /** An object, or false. */
  <T> Said<T> objectOrFalse(
      String key, Function<Fields, T> reading, Function<Origin, T> whenFalse) {
    return said(
        key,
        child -> {
          if (child.truth().filter(truth -> !truth).isPresent()) {
            return Optional.of(whenFalse.apply(child.origin()));
          }
          if (!child.is(Kind.OBJECT)) {
            values.mistakes().accept(child.wrong("expected an object or false", "Write either"));
            return Optional.empty();
          }
          return read(child, reading, values.mistakes());
        });
  }

  <T> ImmutableList<T> objects(String key, Function<Fields, T> reading) {
    return at(key)
        .map(list -> values.each(list, item -> read(item, reading, values.mistakes())))
        .orElse(Lists.immutable.empty());
  }
}
