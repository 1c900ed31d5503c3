package dev.ambit.cli;

import dev.ambit.report.Visible;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Shows on stderr what the stages log: as lines if they are at least as grave as the person asked
 * for, else as one line on a terminal that the next one writes over.
 *
 * <p>Stages log to be followed and nobody has to hand them a listener; that is why progress is
 * heard from the log.
 */
final class Progress extends Handler implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final int columns;
  private final Level shown;
  private final boolean overwrites;
  private final Logger stages = Logger.getLogger("dev.ambit");
  private boolean lineIsOpen;

  private Progress(Console console) {
    err = console.around().err();
    columns = console.around().columns();
    shown = console.verbosity().level();
    overwrites = !console.isQuiet() && console.around().canShowProgress();
    setFormatter(new SimpleFormatter());
  }

  /** Listens from now on, alone; close it before the last line is written. */
  static Progress of(Console console) {
    Progress progress = new Progress(console);
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(progress);
    Level wanted = progress.overwrites ? Level.INFO : Level.WARNING;
    progress.stages.setLevel(
        progress.shown.intValue() < wanted.intValue() ? progress.shown : wanted);
    return progress;
  }

  /** What is being done until a stage has something to say. */
  synchronized void begin(String what) {
    if (overwrites) {
      overwrite(Visible.of(what));
    }
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    String message = Visible.of(getFormatter().formatMessage(entry));
    if (entry.getLevel().intValue() >= shown.intValue()) {
      clear();
      boolean isWarning = entry.getLevel().intValue() >= Level.WARNING.intValue();
      err.println("ambit: " + (isWarning ? "warning: " : "") + message);
      err.flush();
    } else if (overwrites && entry.getLevel().intValue() >= Level.INFO.intValue()) {
      overwrite(message);
    }
  }

  private void overwrite(String message) {
    clear();
    err.print(message.substring(0, Math.min(message.length(), columns - 1)));
    err.flush();
    lineIsOpen = true;
  }

  private void clear() {
    if (lineIsOpen) {
      err.print(CLEAR);
      lineIsOpen = false;
    }
  }

  @Override
  public void flush() {
    err.flush();
  }

  @Override
  public synchronized void close() {
    clear();
    err.flush();
    Logger.getLogger("").removeHandler(this);
  }
}
