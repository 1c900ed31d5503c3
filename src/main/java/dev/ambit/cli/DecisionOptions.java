package dev.ambit.cli;

import dev.ambit.connect.decisions.BaselineFile;
import dev.ambit.connect.decisions.WaiverFile;
import dev.ambit.connect.result.StoredResult;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Decisions;
import dev.ambit.model.Decisions.Baseline;
import dev.ambit.model.Earlier;
import dev.ambit.model.KnownFinding;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was decided before, for a scan. A scan reads these files and never writes one. */
final class DecisionOptions {
  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "Findings that this file waives do not count; they stay visible.")
  private @Nullable Path waivers;

  @Option(
      names = "--waivers-from",
      paramLabel = "REF",
      description = {
        "Take that file as it is in a git revision, such as origin/main, so that a change",
        "cannot excuse itself."
      })
  private @Nullable String revision;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings of this baseline are known, and do not fail.")
  private @Nullable Path baseline;

  @Option(
      names = "--new-since",
      paramLabel = "RESULT|BASELINE",
      description = "Only what this earlier result or baseline does not have can fail.")
  private @Nullable Path earlier;

  /**
   * All of it.
   *
   * @throws UsageException if a file is not there
   * @throws dev.ambit.connect.InputException if one is wrong
   */
  Decisions all() {
    Decisions decisions = waivers == null ? none() : read(waivers);
    if (baseline != null) {
      decisions = decisions.and(known(BaselineFile.read(TextFile.read(baseline), name(baseline))));
    }
    return earlier == null ? decisions : decisions.and(known(earlier(earlier)));
  }

  private Decisions none() {
    if (revision != null) {
      throw new UsageException("--waivers-from says from when; name the file too, by --waivers");
    }
    return Decisions.NONE;
  }

  private Decisions read(Path file) {
    if (revision == null) {
      return waiversOf(file);
    }
    Optional<String> text = new Revision(revision).textOf(file);
    if (text.isPresent()) {
      return WaiverFile.read(text.get(), name(file));
    }
    if (!Files.exists(file)) {
      throw new UsageException("there is no file " + file + ", neither here nor in " + revision);
    }
    Note note =
        new Note(
            Note.Kind.NOTE,
            "this file is not there in " + revision + ", so no waiver stands",
            Origin.ofFile(name(file)));
    return new Decisions(
        Lists.immutable.empty(), Lists.immutable.empty(), Lists.immutable.of(note));
  }

  private static Decisions known(Baseline baseline) {
    ImmutableList<Baseline> one = Lists.immutable.of(baseline);
    return new Decisions(Lists.immutable.empty(), one, Lists.immutable.empty());
  }

  /** What was waived then is not known: if its waiver ended since, it counts. */
  private static Baseline earlier(Path file) {
    String text = TextFile.read(file);
    if (!text.stripLeading().startsWith("{") || !text.contains("\"schema\"")) {
      return BaselineFile.read(text, name(file));
    }
    AnalysisResult result = StoredResult.read(text, name(file));
    return new Baseline(
        name(file),
        result.findings().collect(KnownFinding::of),
        Said.of(Earlier.of(result), Origin.ofFile(name(file))));
  }

  /** Those of a file; none if no file is named. */
  static Decisions waiversOf(@Nullable Path file) {
    return file == null ? Decisions.NONE : WaiverFile.read(TextFile.read(file), name(file));
  }

  static String name(Path file) {
    return file.toString().replace('\\', '/');
  }
}
