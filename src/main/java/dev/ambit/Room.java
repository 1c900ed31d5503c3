package dev.ambit;

import java.util.Locale;

/** Memory that a run needs: whoever has too little is told before the work, not halfway. */
public final class Room {
  /**
   * What a fact took at least, of all that a scan held at once: measured on the exports of one very
   * large account and of an organisation of fifty, each scanned in as little memory as it ran in.
   */
  private static final long BYTES_PER_FACT = 800;

  private Room() {}

  /** There is too little of it; the message says how much is needed, and how to give it. */
  public static final class TooSmall extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooSmall(String message) {
      super(message);
    }
  }

  /**
   * Looks whether there is room to resolve and judge that many facts.
   *
   * @param memory bytes that Java may use at most
   * @throws TooSmall if there surely is not
   */
  static void check(long facts, long memory) {
    long needed = facts * BYTES_PER_FACT;
    if (needed > memory) {
      throw new TooSmall(
          String.format(
              Locale.ROOT,
              "%,d facts need at least %s of memory, and Java may use %s; give it more, for example"
                  + " AMBIT_JAVA_OPTS=-Xmx%dg",
              facts,
              gigabytes(needed),
              gigabytes(memory),
              (2 * needed) / (1L << 30) + 1));
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
