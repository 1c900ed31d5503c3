package dev.ambit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ambit simulate}: requests to AWS, answered from the policies that they carry. */
@Command(
    name = "simulate",
    description =
        "Answers AWS requests in the form of SimulateCustomPolicy, one JSON object a line.",
    sortOptions = false)
final class SimulateCommand implements Task {
  @Option(
      names = "--requests",
      required = true,
      paramLabel = "FILE",
      description = "A request a line; - is stdin.")
  String requests = "-";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "An answer a line, in the order of the requests; default: -, stdout.")
  String out = "-";

  @Override
  public Outcome run(Console console) {
    return Simulate.run(this, console);
  }
}
