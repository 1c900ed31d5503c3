package dev.ambit.connect.result;

import static dev.ambit.connect.result.Fields.list;
import static dev.ambit.connect.result.Fields.longNumber;
import static dev.ambit.connect.result.Fields.text;
import static dev.ambit.connect.result.Fields.truth;
import static dev.ambit.connect.result.Fields.word;
import static dev.ambit.connect.result.Fields.words;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Syntax;
import dev.ambit.model.History;
import dev.ambit.model.KeptRun;
import dev.ambit.model.Nearest;
import dev.ambit.model.Verdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads back what is kept of runs. */
public final class StoredHistory {
  private static final String SCHEMA = "https://w3id.org/ambit/run/1";

  private StoredHistory() {}

  /**
   * One run, from the small file beside its result.
   *
   * @param sha256 of the result as it stands there now, in hex
   * @throws dev.ambit.connect.InputException if it is no such file, or the result is another one
   */
  public static KeptRun run(String json, String file, String sha256) {
    Cursor whole = Syntax.JSON.read(json, file, 1).expect(Cursor.Kind.OBJECT);
    if (!Fields.textOrEmpty(whole, "schema").equals(SCHEMA)) {
      throw whole.wrong("this is no run of ambit", "Keep runs by 'ambit scan --history DIR'");
    }
    if (!text(whole, "sha256").equals(sha256)) {
      throw whole
          .required("sha256")
          .wrong("the result beside this file is another one", "Take the folder as ambit wrote it");
    }
    return new KeptRun(run(whole.required("run")), truth(whole, "whole"), words(whole, "found"));
  }

  static History read(Cursor history) {
    return new History(
        list(history, "runs", StoredHistory::run), list(history, "open", StoredHistory::age));
  }

  private static History.Run run(Cursor run) {
    return new History.Run(
        time(run, "time"),
        word(run, "status", Verdict.Status.values(), Verdict.Status::word),
        StoredResult.findingCounts(run.required("counts")));
  }

  private static History.Age age(Cursor age) {
    return new History.Age(
        text(age, "finding"), time(age, "first"), time(age, "since"), longNumber(age, "days"));
  }

  private static Instant time(Cursor object, String key) {
    String written = text(object, key);
    try {
      return Instant.parse(written);
    } catch (DateTimeParseException e) {
      throw object
          .required(key)
          .wrong(
              "expected a time like 2026-11-25T02:15:00Z, found '"
                  + Nearest.shortened(written)
                  + "'",
              "Take the file as ambit wrote it");
    }
  }
}
