package dev.ambit.connect.result;

import static dev.ambit.connect.result.Fields.list;
import static dev.ambit.connect.result.Fields.number;
import static dev.ambit.connect.result.Fields.severity;
import static dev.ambit.connect.result.Fields.text;
import static dev.ambit.connect.result.Fields.words;

import dev.ambit.connect.Cursor;
import dev.ambit.model.Compared;
import dev.ambit.model.Earlier;
import dev.ambit.model.KnownFinding;
import dev.ambit.model.Said;

/** How a stored result stood against an earlier day. */
final class StoredComparison {
  private StoredComparison() {}

  static Compared read(Cursor compared) {
    return new Compared(
        text(compared, "with"),
        number(compared, "new"),
        number(compared, "known"),
        list(compared, "worse", StoredComparison::known),
        list(compared, "gone", StoredComparison::known),
        compared.child("then").map(StoredComparison::then).orElseGet(Said::nothing));
  }

  private static Said<Earlier> then(Cursor then) {
    return Said.of(
        new Earlier(Fields.day(then, "at"), text(then, "rulesDigest"), words(then, "files")),
        then.origin());
  }

  private static KnownFinding known(Cursor finding) {
    return new KnownFinding(
        text(finding, "rule"),
        text(finding, "subject"),
        text(finding, "object"),
        severity(finding, "severity"));
  }
}
