package dev.ambit.cli;

import dev.ambit.Analysis;
import dev.ambit.AsOf;
import dev.ambit.Options;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Facts;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.InventoryStub;
import dev.ambit.report.Visible;
import dev.ambit.verdict.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit init}. */
final class Beginning {
  /** So many files are named; a folder may hold thousands. */
  private static final int NAMED = 20;

  private final InitCommand asked;
  private final Console console;

  private Beginning(InitCommand asked, Console console) {
    this.asked = asked;
    this.console = console;
  }

  /** A file that is to be written. */
  private record Offer(Path place, String what, String text) {
    /** A link that leads nowhere is there too. */
    boolean isThere() {
      return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }
  }

  static Outcome run(InitCommand asked, Console console) {
    if (!Files.isDirectory(asked.folder)) {
      throw new UsageException("there is no folder " + asked.folder);
    }
    return new Beginning(asked, console).run();
  }

  private Outcome run() {
    CiJob job = CiJob.of(asked.system, asked.folder);
    Options options =
        new Options(
            InputPaths.of(Lists.mutable.of(asked.folder)),
            Lists.immutable.empty(),
            Severity.NONE,
            false,
            false,
            new AsOf.OfInput(console.around().today()));
    Facts facts;
    AnalysisResult result;
    try (Progress progress = Progress.of(console)) {
      progress.begin("looking for agents and policies");
      facts = Inbox.read(options.inputs(), Connectors.ALL);
      result = Analysis.judge(facts, Analysis.rules(Lists.immutable.empty()), options);
    }
    tell(result);
    ImmutableList<Offer> offers =
        Lists.immutable.of(
            new Offer(
                asked.folder.resolve("ambit-inventory.yaml"),
                "an inventory that asks for " + Counted.of(result.gaps().size(), "fact"),
                InventoryStub.toBegin(result.gaps(), facts, result.at())),
            new Offer(asked.folder.resolve(job.place()), "a job for " + job.system(), job.text()));
    offers
        .select(Offer::isThere)
        .forEach(each -> console.print(shown(each) + " is there already and stays as it is"));
    return written(offers.reject(Offer::isThere));
  }

  private void tell(AnalysisResult result) {
    ImmutableList<InputFile> files = result.inputs();
    console.print("found " + Counted.of(files.size(), "file") + " to read");
    files
        .take(NAMED)
        .forEach(
            each -> console.print(Visible.of("  " + each.path() + "  (" + each.source() + ")")));
    if (files.size() > NAMED) {
      console.print("  and " + Counted.number(files.size() - NAMED) + " more");
    }
    result
        .notes()
        .select(note -> note.kind() == Note.Kind.ERROR)
        .forEach(note -> console.print(Visible.of("  " + note.origin() + ": " + note.text())));
  }

  private Outcome written(ImmutableList<Offer> offers) {
    if (offers.isEmpty()) {
      return new Outcome(ExitCode.PASSED, "nothing is to be written");
    }
    offers.forEach(each -> console.print("would write " + shown(each) + ": " + each.what()));
    if (!asked.isAgreed && !console.around().inIsTerminal()) {
      return new Outcome(
          ExitCode.USAGE, "nothing was written, since nobody can be asked here; give --yes");
    }
    if (!asked.isAgreed && !isAgreed()) {
      return new Outcome(ExitCode.PASSED, "nothing was written");
    }
    offers.forEach(Beginning::write);
    return new Outcome(
        ExitCode.PASSED,
        "wrote " + offers.collect(Beginning::shown).makeString(" and ") + "; scan the folder next");
  }

  private static String shown(Offer offer) {
    return Visible.of(offer.place().normalize().toString());
  }

  private boolean isAgreed() {
    console.out().print("Write this? [y/N] ");
    console.out().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(console.around().in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      throw new UsageException("the answer cannot be read: " + e.getMessage(), e);
    }
  }

  /** Made new or not at all: between the question and the answer somebody may have written it. */
  private static void write(Offer offer) {
    try {
      Files.createDirectories(
          Objects.requireNonNull(
              offer.place().toAbsolutePath().normalize().getParent(), "a file stands in a folder"));
      Files.writeString(offer.place(), offer.text(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(shown(offer) + " is there by now, and stays as it is", e);
    } catch (IOException e) {
      throw new UsageException(shown(offer) + " cannot be written: " + e.getMessage(), e);
    }
  }
}
