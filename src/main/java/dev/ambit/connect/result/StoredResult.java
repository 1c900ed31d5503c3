package dev.ambit.connect.result;

import static dev.ambit.connect.result.Fields.list;
import static dev.ambit.connect.result.Fields.longNumber;
import static dev.ambit.connect.result.Fields.number;
import static dev.ambit.connect.result.Fields.numberOrZero;
import static dev.ambit.connect.result.Fields.severity;
import static dev.ambit.connect.result.Fields.text;
import static dev.ambit.connect.result.Fields.textOrEmpty;
import static dev.ambit.connect.result.Fields.truth;
import static dev.ambit.connect.result.Fields.word;
import static dev.ambit.connect.result.Fields.words;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.InputException;
import dev.ambit.connect.Syntax;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Counts;
import dev.ambit.model.Gap;
import dev.ambit.model.History;
import dev.ambit.model.InputFile;
import dev.ambit.model.Levels;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Readiness;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads a stored result back, whole and strictly: half a result would be a wrong one. */
public final class StoredResult {
  private static final String SCHEMA = "https://w3id.org/ambit/result/1";

  private StoredResult() {}

  /**
   * The result that stands in {@code file}. Keys that are not known are passed over, as the
   * contract allows.
   *
   * @throws InputException if the file is not there, is no result, or one of its values is wrong
   */
  public static AnalysisResult read(Path file) {
    String name = file.toString().replace('\\', '/');
    try {
      return read(Files.readString(file), name);
    } catch (NoSuchFileException e) {
      throw cannot(name, "there is no such file", "Write one with 'ambit scan --out json=FILE'", e);
    } catch (MalformedInputException e) {
      throw cannot(name, "the file is not UTF-8", "Take the file as ambit wrote it", e);
    } catch (IOException e) {
      throw cannot(name, "the file cannot be read: " + e.getMessage(), "See to its rights", e);
    }
  }

  private static InputException cannot(String file, String what, String remedy, IOException e) {
    return new InputException(Origin.ofFile(file), what, remedy, e);
  }

  /** The same from a text. */
  public static AnalysisResult read(String json, String file) {
    Cursor whole = Syntax.JSON.read(json, file, 1).expect(Cursor.Kind.OBJECT);
    String schema = textOrEmpty(whole, "schema");
    if (!schema.equals(SCHEMA)) {
      throw whole.wrong(
          schema.isEmpty()
              ? "this is no result of ambit: 'schema' is missing"
              : "the schema '" + schema + "' is not known to this version",
          "Write one with 'ambit scan --out json=FILE'");
    }
    return result(whole);
  }

  private static AnalysisResult result(Cursor whole) {
    Cursor run = whole.required("run");
    Cursor counts = whole.required("counts");
    Cursor coverage = whole.required("coverage");
    Cursor tool = whole.required("tool");
    ImmutableList<InputFile> inputs = list(run, "inputs", StoredResult::input);
    ImmutableList<Note> notes = list(whole, "notes", StoredResult::note);
    Levels levels = levels(run);
    return new AnalysisResult(
        text(tool, "version"),
        text(tool, "rulesDigest"),
        Fields.day(run, "at"),
        textOrEmpty(run, "organisation"),
        failOn(run),
        levels,
        inputs,
        verdict(whole.required("verdict"), inputs, notes),
        truth(coverage, "complete"),
        list(coverage, "gaps", StoredResult::gap),
        new Counts(
            number(counts, "agents"),
            number(counts, "principals"),
            number(counts, "assets"),
            number(counts, "channels"),
            number(counts, "grants"),
            longNumber(counts, "paths")),
        findingCounts(counts),
        list(whole, "agents", agent -> agent(agent, levels)),
        list(whole, "findings", StoredFinding::read),
        numberOrZero(whole, "truncated"),
        list(whole, "waived", StoredResult::waived),
        notes,
        list(whole, "rules", StoredResult::rule),
        whole.has("compared")
            ? list(whole, "compared", StoredComparison::read)
            : Lists.immutable.empty(),
        new StoredStatement(levels).read(whole.required("statement")),
        whole.child("history").map(StoredHistory::read).orElse(History.NONE));
  }

  private static InputFile input(Cursor input) {
    return new InputFile(
        text(input, "path"), text(input, "sha256"), text(input, "source"), number(input, "facts"));
  }

  private static Levels levels(Cursor run) {
    ImmutableList<String> names = words(run, "levels");
    if (names.size() < 2) {
      throw run.required("levels").wrong("a ladder has at least two levels", "Name them");
    }
    return new Levels(names);
  }

  /** "never" is the threshold that no finding reaches. */
  private static Severity failOn(Cursor run) {
    return text(run, "failOn").equals("never") ? Severity.NONE : severity(run, "failOn");
  }

  private static Verdict verdict(
      Cursor verdict, ImmutableList<InputFile> inputs, ImmutableList<Note> notes) {
    boolean unreadable = notes.anySatisfy(note -> note.kind() == Note.Kind.ERROR);
    return new Verdict(
        word(verdict, "status", Verdict.Status.values(), Verdict.Status::word),
        words(verdict, "reasons"),
        unreadable,
        inputs.isEmpty() && !unreadable);
  }

  /** Of {@code counts}, wherever it stands. */
  static FindingCounts findingCounts(Cursor counts) {
    Cursor findings = counts.required("findings");
    return new FindingCounts(
        number(findings, "critical"),
        number(findings, "high"),
        number(findings, "medium"),
        number(findings, "low"),
        number(findings, "info"),
        number(counts, "waived"));
  }

  private static Gap gap(Cursor gap) {
    return new Gap(
        text(gap, "about"),
        text(gap, "missing"),
        severity(gap, "matters"),
        text(gap, "addTo"),
        Fields.origin(gap));
  }

  private static Note note(Cursor note) {
    return new Note(
        word(note, "kind", Note.Kind.values(), Note.Kind::word),
        text(note, "text"),
        Fields.origin(note));
  }

  private static AgentSummary agent(Cursor agent, Levels levels) {
    Cursor reads = agent.required("reads");
    return new AgentSummary(
        text(agent, "id"),
        text(agent, "name"),
        textOrEmpty(agent, "owner"),
        text(agent, "stage"),
        levels.names().collect(level -> number(reads, level)),
        number(reads, "unclassified"),
        number(agent, "publishesTo"),
        Fields.heads(agent, "audience", Fields.atLeast(agent)),
        severity(agent, "worst"),
        Fields.origin(agent),
        agent.child("readiness").map(StoredResult::readiness).orElse(Readiness.NOT_JUDGED));
  }

  private static Readiness readiness(Cursor readiness) {
    return new Readiness(
        word(readiness, "fitFor", Readiness.Stage.values(), Readiness.Stage::word),
        list(
            readiness,
            "criteria",
            each ->
                new Readiness.Criterion(
                    word(each, "for", Readiness.Stage.values(), Readiness.Stage::word),
                    text(each, "asks"),
                    truth(each, "met"),
                    text(each, "says"))));
  }

  private static Waived waived(Cursor waived) {
    Cursor waiver = waived.required("waiver");
    return new Waived(
        StoredFinding.read(waived.required("finding")),
        new Waiver(
            text(waiver, "reason"),
            text(waiver, "owner"),
            Fields.day(waiver, "until"),
            Fields.origin(waiver),
            textOrEmpty(waiver, "id"),
            waiver.has("decision")
                ? word(waiver, "decision", Waiver.Decision.values(), Waiver.Decision::word)
                : Waiver.Decision.ACCEPT,
            textOrEmpty(waiver, "approver"),
            textOrEmpty(waiver, "ticket")));
  }

  private static RuleSummary rule(Cursor rule) {
    return new RuleSummary(
        text(rule, "id"),
        text(rule, "title"),
        text(rule, "severity"),
        text(rule, "why"),
        text(rule, "fix"),
        number(rule, "findings"),
        list(rule, "frameworks", StoredFinding::framework));
  }
}
