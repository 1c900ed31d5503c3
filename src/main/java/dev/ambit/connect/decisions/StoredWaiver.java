package dev.ambit.connect.decisions;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.InputException;
import dev.ambit.model.Circumstances;
import dev.ambit.model.Heads;
import dev.ambit.model.Nearest;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import dev.ambit.model.Waiver;
import dev.ambit.model.Waiver.Decision;
import dev.ambit.model.WaiverEntry;
import dev.ambit.model.WaiverEntry.Lapses;
import dev.ambit.model.WaiverEntry.Scope;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** One entry of a waiver file. The keys are those that {@code ambit waive --help} explains. */
final class StoredWaiver {
  private static final ImmutableList<String> KEYS =
      Lists.immutable.of(
          "id",
          "finding",
          "rule",
          "subject",
          "object",
          "decision",
          "reason",
          "owner",
          "approver",
          "date",
          "until",
          "ticket",
          "lapses",
          "facts");
  private static final ImmutableList<String> LAPSES =
      Lists.immutable.of("audienceAbove", "levelAbove", "pathChanges");
  private static final ImmutableList<String> FACTS =
      Lists.immutable.of("severity", "audience", "level", "paths", "path");
  private static final Pattern FINDING = Pattern.compile("F-[0-9a-f]{12}");
  private static final Pattern AT_LEAST = Pattern.compile("at least (\\d{1,18})");
  private static final ImmutableList<String> EVERYBODY =
      Lists.immutable.of("everyone", "authenticated", "internet");

  private StoredWaiver() {}

  static WaiverEntry read(Cursor entry) {
    known(entry.expect(Cursor.Kind.OBJECT), KEYS);
    Scope scope = scope(entry);
    return new WaiverEntry(
        new Waiver(
            needed(entry, "reason"),
            needed(entry, "owner"),
            day(entry.required("until")),
            entry.origin(),
            entry.child("id").map(StoredWaiver::text).orElse(scope.words()),
            entry.child("decision").map(StoredWaiver::decision).orElse(Decision.ACCEPT),
            entry.child("approver").map(StoredWaiver::text).orElse(""),
            entry.child("ticket").map(StoredWaiver::text).orElse("")),
        scope,
        said(entry, "date", StoredWaiver::day),
        entry.child("lapses").map(StoredWaiver::lapses).orElse(Lapses.NEVER),
        said(entry, "facts", StoredWaiver::facts));
  }

  private static Scope scope(Cursor entry) {
    if (!entry.has("finding")) {
      return new WaiverEntry.Pattern(
          needed(entry, "rule"), needed(entry, "subject"), needed(entry, "object"));
    }
    for (String part : Lists.immutable.of("rule", "subject", "object")) {
      if (entry.has(part)) {
        throw entry
            .required(part)
            .wrong("an entry names a finding, or rule, subject and object", "Keep one of the two");
      }
    }
    String id = needed(entry, "finding");
    if (!FINDING.matcher(id).matches()) {
      throw entry
          .required("finding")
          .wrong(
              "'" + Nearest.shortened(id) + "' is no id of a finding",
              "Write F- and 12 hex digits, as a report shows them");
    }
    return new WaiverEntry.OneFinding(id);
  }

  private static Decision decision(Cursor cursor) {
    return word(cursor, Decision.values(), Decision::word);
  }

  private static <E extends Enum<E>> E word(Cursor cursor, E[] all, Function<E, String> word) {
    String written = text(cursor);
    ImmutableList<E> choices = Lists.immutable.of(all);
    return choices
        .detectOptional(each -> word.apply(each).equals(written))
        .orElseThrow(() -> unknown(cursor, written, choices.collect(word::apply)));
  }

  private static InputException unknown(
      Cursor cursor, String written, ImmutableList<String> known) {
    return cursor.wrong(
        "'" + Nearest.shortened(written) + "' is not known here",
        "Write one of " + known.makeString(", "));
  }

  private static Lapses lapses(Cursor lapses) {
    known(lapses.expect(Cursor.Kind.OBJECT), LAPSES);
    boolean pathChanges =
        lapses
            .child("pathChanges")
            .map(each -> each.truth().orElseThrow(() -> each.expected(Cursor.Kind.BOOLEAN)))
            .orElse(false);
    return new Lapses(
        said(lapses, "audienceAbove", StoredWaiver::count),
        said(lapses, "levelAbove", StoredWaiver::text),
        pathChanges);
  }

  private static Circumstances facts(Cursor facts) {
    known(facts.expect(Cursor.Kind.OBJECT), FACTS);
    return new Circumstances(
        word(facts.required("severity"), Severity.values(), Severity::word),
        facts.child("audience").map(StoredWaiver::heads).orElse(Heads.NOBODY),
        facts.child("level").map(StoredWaiver::text).orElse(""),
        (int) Math.min(Integer.MAX_VALUE, count(facts.required("paths"))),
        needed(facts, "path"));
  }

  private static Heads heads(Cursor cursor) {
    if (cursor.is(Cursor.Kind.NUMBER)) {
      return Heads.of(count(cursor));
    }
    String written = text(cursor);
    if (EVERYBODY.contains(written)) {
      return new Heads(0, false, written);
    }
    var atLeast = AT_LEAST.matcher(written);
    if (!atLeast.matches()) {
      throw unknown(cursor, written, EVERYBODY.newWith("a number").newWith("at least 12"));
    }
    return Heads.atLeast(Long.parseLong(atLeast.group(1)));
  }

  private static long count(Cursor cursor) {
    try {
      long count = Long.parseLong(cursor.expect(Cursor.Kind.NUMBER).scalar().orElse(""));
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below, as for a negative one
    }
    throw cursor.wrong("expected a count", "Write a whole number, 0 or more");
  }

  private static LocalDate day(Cursor cursor) {
    String written = text(cursor);
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new InputException(
          cursor.origin(),
          "expected a date like 2026-03-31, found '" + Nearest.shortened(written) + "'",
          "Write year-month-day",
          e);
    }
  }

  private static String needed(Cursor entry, String key) {
    Cursor child = entry.required(key);
    String text = text(child);
    if (text.isBlank()) {
      throw child.wrong("'" + key + "' is empty", "Fill it in");
    }
    return text;
  }

  private static String text(Cursor cursor) {
    return cursor.text().orElseThrow(() -> cursor.expected(Cursor.Kind.TEXT));
  }

  private static <T> Said<T> said(Cursor entry, String key, Function<Cursor, T> read) {
    return entry
        .child(key)
        .<Said<T>>map(child -> Said.of(read.apply(child), child.origin()))
        .orElse(Said.nothing());
  }

  private static void known(Cursor object, ImmutableList<String> keys) {
    object
        .unknownKeys(keys)
        .forEach(
            each -> {
              throw each;
            });
  }
}
