package dev.ambit.cli;

/** What a command does once its options are read. */
interface Task {
  /**
   * Does it.
   *
   * @throws UsageException if the person at the command line has to change something
   */
  Outcome run(Console console);
}
