package dev.ambit.cli;

/**
 * Speaks the last line when somebody stops the process. The Java machine chooses the exit code by
 * itself: 130 for an interrupt from the keyboard, 143 for a request to end.
 */
final class Interruption extends Thread {
  private final Surroundings around;
  private volatile boolean hasEnded;

  private Interruption(Surroundings around) {
    super("ambit-interruption");
    this.around = around;
  }

  static Interruption watch(Surroundings around) {
    Interruption interruption = new Interruption(around);
    Runtime.getRuntime().addShutdownHook(interruption);
    return interruption;
  }

  /** The run has come to its own end. */
  void isOver() {
    hasEnded = true;
  }

  @Override
  public void run() {
    if (!hasEnded) {
      around.err().println("ambit: interrupted: there is no verdict");
      around.err().flush();
    }
  }
}
