package dev.ambit.cli;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Surroundings around = Surroundings.ofProcess();
    Interruption interruption = Interruption.watch(around);
    int code = CommandLines.run(around, arguments);
    interruption.isOver();
    System.exit(code);
  }
}
