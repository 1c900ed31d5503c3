package dev.ambit.cli;

import dev.ambit.connect.result.StoredResult;
import dev.ambit.model.AnalysisResult;
import dev.ambit.verdict.ExitCode;
import org.eclipse.collections.api.factory.Lists;

/** The work of {@code ambit report}. */
final class Rendering {
  private Rendering() {}

  /** The exit code says that it was written; the verdict in the result is no news. */
  static Outcome run(ReportCommand asked, Console console) {
    Outputs outputs =
        Outputs.of(Lists.immutable.withAll(asked.out), console, Integer.MAX_VALUE, asked.look);
    AnalysisResult result = StoredResult.read(asked.result);
    outputs.write(asked.look.of(result), console.out());
    return new Outcome(
        ExitCode.PASSED, "written; the stored verdict is " + result.verdict().status().word());
  }
}
