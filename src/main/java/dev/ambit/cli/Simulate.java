package dev.ambit.cli;

import dev.ambit.connect.awsiam.RequestLines;
import dev.ambit.model.request.SimulatedRequest;
import dev.ambit.report.Counted;
import dev.ambit.report.SimulationLines;
import dev.ambit.resolve.aws.request.Simulation;
import dev.ambit.verdict.ExitCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The work of {@code ambit simulate}: a line in, a line out. A line that cannot be read is answered
 * with what is wrong with it and does not change the exit code, since whoever reads the answers
 * sees it there.
 */
final class Simulate {
  private Simulate() {}

  static Outcome run(SimulateCommand asked, Console console) {
    Answers answers;
    try (InputStream in = in(asked, console)) {
      answers = asked.out.equals("-") ? answered(asked, in, console.out()) : inFile(asked, in);
    } catch (IOException e) {
      throw new UsageException("the requests cannot be answered: " + e.getMessage(), e);
    }
    return new Outcome(
        ExitCode.PASSED,
        "answered "
            + Counted.of(answers.requests, "request")
            + (answers.broken == 0
                ? ""
                : ", and " + answers.broken + " could not be read; each says why in its answer"));
  }

  private static Answers answered(SimulateCommand asked, InputStream in, OutputStream out)
      throws IOException {
    OutputStream buffer = new BufferedOutputStream(out, 1 << 16);
    Answers answers = new Answers(new SimulationLines(buffer));
    new RequestLines(in, asked.requests.equals("-") ? "stdin" : asked.requests).read(answers);
    answers.lines.end();
    return answers;
  }

  /** Written beside its place, so that it appears whole or not at all. */
  private static Answers inFile(SimulateCommand asked, InputStream in) throws IOException {
    Path file = path(asked.out);
    Path draft =
        Files.isRegularFile(file) || Files.notExists(file) ? path(asked.out + ".part") : file;
    Answers answers;
    try (OutputStream out = Files.newOutputStream(draft)) {
      answers = answered(asked, in, out);
    }
    if (!draft.equals(file)) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return answers;
  }

  private static InputStream in(SimulateCommand asked, Console console) throws IOException {
    if (asked.requests.equals("-")) {
      return console.around().in();
    }
    Path file = path(asked.requests);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException("there is no file " + asked.requests + " that can be read");
    }
    return Files.newInputStream(file);
  }

  private static Path path(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + written + "' is no path: " + e.getReason(), e);
    }
  }

  /** Writes an answer for each request, and counts. */
  private static final class Answers implements RequestLines.Reader {
    private final SimulationLines lines;
    private int requests;
    private int broken;

    Answers(SimulationLines lines) {
      this.lines = lines;
    }

    @Override
    public void request(SimulatedRequest request) throws IOException {
      requests++;
      lines.write(request.id(), Simulation.of(request));
    }

    @Override
    public void broken(String id, String problem) throws IOException {
      broken++;
      lines.writeProblem(id, problem);
    }
  }
}
