package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.HighestLevel;
import dev.ambit.Options;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.connect.decisions.WaiverFile;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Circumstances;
import dev.ambit.model.Decisions;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import dev.ambit.model.Waiver;
import dev.ambit.model.WaiverEntry;
import dev.ambit.report.Counted;
import dev.ambit.report.Visible;
import dev.ambit.report.WaiverLines;
import dev.ambit.verdict.ExitCode;
import dev.ambit.verdict.WaiverReview;
import dev.ambit.verdict.Waivers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** The work of {@code ambit waive}: one waiver file, against what is found today. */
final class WaiverBook {
  private final Path file;
  private final String text;
  private final Decisions decisions;
  private final AnalysisResult result;
  private final HighestLevel level;
  private final Console console;

  WaiverBook(WaiveCommand.Place place, Console console) {
    this.file = place.file;
    this.console = console;
    this.text = Files.exists(file) ? TextFile.read(file) : "";
    this.decisions =
        text.isEmpty() ? Decisions.NONE : WaiverFile.read(text, DecisionOptions.name(file));
    Options options = place.judging.options(place.paths, Decisions.NONE, false, console);
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading " + options.inputs().makeString(", "));
      Facts facts = Inbox.read(options.inputs(), Connectors.ALL);
      Analysis.WithLevels judged =
          Analysis.judgeWithLevels(
              facts,
              Analysis.rules(options.ruleFolders()).withSeverities(options.severities()),
              options);
      this.result = judged.result();
      this.level = judged.level();
    }
  }

  /** We read decisions in JSON and write lines of YAML, which leave comments where they are. */
  private void mustBeWritable() {
    if (file.toString().endsWith(".json")) {
      throw new UsageException(
          file
              + ": decisions are written as YAML. Name a file that ends in .yaml, or edit this one");
    }
  }

  Outcome add(WaiveCommand.Add asked) {
    mustBeWritable();
    WaiverEntry.Scope scope = asked.which.scope();
    ImmutableList<Finding> covered = covered(scope);
    if (asked.pathChanges && covered.size() > 1) {
      throw new UsageException(
          "--lapse-if-path-changes is for one finding, and this speaks of " + covered.size());
    }
    Waiver waiver =
        new Waiver(
            filled("--reason", asked.reason),
            filled("--owner", asked.owner),
            lastDay(asked.until),
            here(),
            asked.id.isEmpty() ? "W-" + covered.getFirst().id().substring(2) : asked.id,
            asked.decided(),
            asked.approver,
            asked.ticket);
    if (decisions.waivers().anySatisfy(each -> each.waiver().id().equals(waiver.id()))) {
      throw new UsageException(
          "there is a waiver " + waiver.id() + " already; renew it, or give this one its own --id");
    }
    WaiverEntry entry =
        new WaiverEntry(waiver, scope, today(), asked.lapses(), Said.of(facts(covered), here()));
    WaiverLines lines = text.isEmpty() ? WaiverLines.empty() : WaiverLines.of(text);
    return written(
        lines.add(entry, decisions.waivers()),
        lines,
        "added " + waiver.id() + " for " + Counted.of(covered.size(), "finding"));
  }

  Outcome renew(WaiveCommand.Renew asked) {
    mustBeWritable();
    WaiverEntry before =
        decisions
            .waivers()
            .detectOptional(each -> each.waiver().id().equals(asked.id))
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no waiver "
                            + asked.id
                            + Suggestion.after(
                                asked.id, decisions.waivers().collect(e -> e.waiver().id()))));
    Waiver old = before.waiver();
    Waiver waiver =
        new Waiver(
            old.reason(),
            old.owner(),
            lastDay(asked.until),
            old.origin(),
            old.id(),
            old.decision(),
            asked.approver.isEmpty() ? old.approver() : asked.approver,
            old.ticket());
    WaiverEntry after =
        new WaiverEntry(
            waiver,
            before.scope(),
            today(),
            before.lapses(),
            Said.of(facts(covered(before.scope())), here()));
    WaiverLines lines = WaiverLines.of(text);
    return written(
        lines.replace(before, after), lines, "renewed " + asked.id + " until " + asked.until);
  }

  Outcome prune() {
    mustBeWritable();
    if (result.verdict().inputUnreadable()) {
      return new Outcome(
          ExitCode.INCOMPLETE,
          "an input could not be read, so nothing can be said to match no finding");
    }
    ImmutableList<WaiverEntry> gone =
        reviews().select(WaiverReview::canGo).collect(WaiverReview::entry);
    WaiverLines lines = WaiverLines.of(text);
    // From the last to the first, so that no line moves before it is needed.
    boolean all =
        gone.toSortedListBy(each -> -each.waiver().origin().line()).allSatisfy(lines::remove);
    gone.forEach(each -> console.print("took out " + Visible.of(each.waiver().id())));
    return gone.isEmpty()
        ? new Outcome(ExitCode.PASSED, "every waiver has something to excuse")
        : written(all, lines, "took out " + Counted.of(gone.size(), "waiver"));
  }

  Outcome check(boolean isStrict) {
    ImmutableList<WaiverReview> reviews = reviews();
    ImmutableList<WaiverReview> standing = reviews.select(WaiverReview::stands);
    standing.forEach(
        each ->
            console.print(
                Visible.of(
                    each.entry().waiver().id()
                        + " stands until "
                        + each.entry().waiver().until()
                        + " for "
                        + each.excuses().collect(Finding::id).makeString(", ")
                        + (each.endsSoon()
                            ? "; it ends in " + Counted.of(each.daysLeft(), "day")
                            : ""))));
    ImmutableList<Note> notes =
        decisions
            .notes()
            .newWithAll(
                Waivers.apply(
                        decisions.waivers(), result.findings(), result.levels(), level, result.at())
                    .notes());
    notes.forEach(note -> console.print(Visible.of(note.origin() + ": " + note.text())));
    int wrong = reviews.size() - standing.size() + decisions.notes().size();
    String why =
        Counted.of(standing.size(), "waiver")
            + Counted.verb(standing.size(), " stands, ", " stand, ")
            + wrong
            + Counted.verb(wrong, " does not", " do not");
    if (result.verdict().inputUnreadable()) {
      return new Outcome(ExitCode.INCOMPLETE, why + "; an input could not be read");
    }
    return new Outcome(isStrict && wrong > 0 ? ExitCode.FAILED : ExitCode.PASSED, why);
  }

  private ImmutableList<WaiverReview> reviews() {
    return Waivers.review(
        decisions.waivers(), result.findings(), result.levels(), level, result.at());
  }

  private ImmutableList<Finding> covered(WaiverEntry.Scope scope) {
    ImmutableList<Finding> covered = result.findings().select(scope::covers);
    if (covered.isEmpty()) {
      throw new UsageException(
          "there is no finding "
              + scope.words()
              + " in these inputs"
              + Suggestion.after(scope.words(), result.findings().collect(Finding::id)));
    }
    return covered;
  }

  /** The worst of all that it speaks of, and the path of the first. */
  private Circumstances facts(ImmutableList<Finding> covered) {
    ImmutableList<Circumstances> all =
        covered.collect(finding -> Circumstances.of(finding, level.apply(finding)));
    return new Circumstances(
        all.collect(Circumstances::severity).max(),
        all.collect(Circumstances::audience).max(Waivers.NARROWEST_FIRST),
        all.collect(Circumstances::level).maxBy(name -> result.levels().rank(name).orElse(-1)),
        all.collect(Circumstances::paths).max(),
        all.getFirst().path());
  }

  private LocalDate lastDay(LocalDate until) {
    if (until.isBefore(result.at()) || until.isAfter(result.at().plusDays(Waivers.DAYS))) {
      throw new UsageException(
          "--until takes a day from "
              + result.at()
              + " to "
              + result.at().plusDays(Waivers.DAYS)
              + ", and found "
              + until);
    }
    return until;
  }

  private Outcome written(boolean couldBe, WaiverLines lines, String what) {
    if (!couldBe) {
      throw new UsageException(
          file
              + " is not written as a block for each waiver, so it cannot be changed here;"
              + " write each entry with its keys on lines of their own");
    }
    String after = lines.toString();
    WaiverFile.read(after, DecisionOptions.name(file));
    TextFile.write(file, after);
    return new Outcome(ExitCode.PASSED, what + " in " + file);
  }

  private static String filled(String option, String text) {
    if (text.isBlank()) {
      throw new UsageException(option + " is empty; say it in a sentence");
    }
    return text;
  }

  private Said<LocalDate> today() {
    return Said.of(result.at(), here());
  }

  private Origin here() {
    return Origin.ofFile(DecisionOptions.name(file));
  }

  static <T> Said<T> said(@Nullable T value) {
    return value == null ? Said.nothing() : Said.of(value, Origin.ofFile("command line"));
  }
}
