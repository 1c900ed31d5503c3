package dev.ambit.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.ambit.model.AnalysisResult;
import dev.ambit.report.Counted;
import dev.ambit.report.ReportWriter;
import dev.ambit.report.TextReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Where the result goes. Files appear whole or not at all: each is written beside its place, and
 * they move in only when every one of them is complete.
 */
final class Outputs {
  private final ImmutableList<Output> files;
  private final ImmutableList<ReportWriter> onStdout;
  private final int maxFindings;
  private final Console console;

  private Outputs(
      ImmutableList<Output> files,
      ImmutableList<ReportWriter> onStdout,
      int maxFindings,
      Console console) {
    this.console = console;
    this.files = files;
    this.onStdout = onStdout;
    this.maxFindings = maxFindings;
  }

  /**
   * Text goes to stdout when no option names it, unless the person asked for quiet.
   *
   * @param maxFindings how many findings a document holds; a stream of findings holds all
   * @throws UsageException if two options name the same place, or one cannot be written
   */
  static Outputs of(
      ImmutableList<String> asked, Console console, int maxFindings, LookOptions look) {
    if (maxFindings < 0) {
      throw new UsageException("--max-findings takes 0 or more, and found " + maxFindings);
    }
    look.check();
    ImmutableList<Output> outputs =
        asked.collect(Output::of).collect(each -> new Output(look.of(each.writer()), each.path()));
    outputs
        .groupBy(each -> each.isStdout() ? each.path() : each.path().toAbsolutePath().normalize())
        .forEachKeyMultiValues(
            (path, same) -> {
              if (same.size() > 1) {
                throw new UsageException(
                    "--out names " + path + " " + same.size() + " times; give each its own place");
              }
            });
    ReportWriter text = look.of(new TextReport(console.look()));
    ImmutableList<ReportWriter> named =
        outputs
            .select(Output::isStdout)
            .collect(Output::writer)
            .collect(writer -> writer.id().equals(text.id()) ? text : writer);
    ImmutableList<ReportWriter> otherwise =
        console.isQuiet() ? Lists.immutable.empty() : Lists.immutable.of(text);
    return new Outputs(
        outputs.reject(Output::isStdout),
        named.isEmpty() ? otherwise : named,
        maxFindings,
        console);
  }

  /** Whether somebody who looks at stdout reads there what could not be read or judged. */
  boolean showNotes() {
    return onStdout.anySatisfy(writer -> writer.id().equals("text"));
  }

  /**
   * Writes all of them, stdout last.
   *
   * @throws UsageException if a file cannot be written; then none of them has changed
   */
  void write(AnalysisResult result, OutputStream stdout) {
    ImmutableList<Output> all = files.newWithAll(files.flatCollect(file -> besides(file, result)));
    all.forEach(file -> draft(file, result));
    all.forEach(Outputs::moveIn);
    for (ReportWriter writer : onStdout) {
      try {
        writer.write(asFarAs(writer, result), stdout);
        stdout.flush();
      } catch (IOException e) {
        throw new UsageException("stdout cannot be written: " + e.getMessage(), e);
      }
    }
  }

  /** Said aloud: somebody who sends one file on must know that there are others. */
  private ImmutableList<Output> besides(Output output, AnalysisResult result) {
    ImmutableList<ReportWriter.Beside> besides =
        output.writer().besides(asFarAs(output.writer(), result));
    if (besides.notEmpty()) {
      console.say(
          output.path()
              + " is too large for one page: "
              + Counted.of(besides.size(), "more page")
              + Counted.verb(besides.size(), " is", " are")
              + " written beside it, one for each agent");
    }
    return besides.collect(beside -> output.beside(beside));
  }

  private void draft(Output output, AnalysisResult result) {
    Path draft = output.draft();
    if (!draft.equals(output.path())) {
      draft.toFile().deleteOnExit();
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
      output.writer().write(asFarAs(output.writer(), result), out);
    } catch (IOException e) {
      throw cannotWrite(output, e);
    }
  }

  private static void moveIn(Output output) {
    Path draft = output.draft();
    try {
      if (!draft.equals(output.path())) {
        Path place = Files.exists(output.path()) ? output.path().toRealPath() : output.path();
        Files.move(draft, place, REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw cannotWrite(output, e);
    }
  }

  private static UsageException cannotWrite(Output output, IOException e) {
    return new UsageException(output.path() + " cannot be written: " + e.getMessage(), e);
  }

  /** The worst findings only, except where they are streamed. */
  private AnalysisResult asFarAs(ReportWriter writer, AnalysisResult result) {
    int left = result.findings().size() - maxFindings;
    return left <= 0 || writer.id().equals("findings")
        ? result
        : result.with(cut -> cut.findings(result.findings().take(maxFindings)).truncated(left));
  }
}
