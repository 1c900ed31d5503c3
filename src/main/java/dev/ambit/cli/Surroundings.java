package dev.ambit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a command can see of the process it runs in. A value, so that a test can be its own process.
 *
 * @param in what is piped in; read only where a command is told to
 * @param out the result, and nothing but the result
 * @param err progress, warnings, and the last line
 * @param columns width for text, at least 40
 * @param environment variables of the process
 * @param now by the clock
 */
record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    Map<String, String> environment,
    Instant now) {
  private static final int PIPED_COLUMNS = 100;

  /**
   * Of this process. The launcher says which streams are terminals, since Java 17 can tell only for
   * both together and Java 22 not even that; without it none is one. Text is UTF-8 whatever the
   * locale: a report is the same bytes everywhere.
   */
  static Surroundings ofProcess() {
    return new Surroundings(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        told("ambit.stdin"),
        told("ambit.stdout"),
        told("ambit.stderr"),
        Math.max(40, Integer.getInteger("ambit.columns", PIPED_COLUMNS)),
        System.getenv(),
        Instant.now());
  }

  private static boolean told(String property) {
    return System.getProperty(property, "").equals("terminal");
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  /** The day by the clock, in UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** A variable that is set and not empty. */
  boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** Whether a line on stderr may be written over by the next one. */
  boolean canShowProgress() {
    return errIsTerminal && !isDumb() && !has("CI");
  }

  /** Whether the terminal itself understands nothing but text. */
  boolean isDumb() {
    return environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether the locale is one of UTF-8, by the first variable that says anything. */
  boolean speaksUtf8() {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .filter(this::has)
            .findFirst()
            .map(environment::get)
            .orElse("");
    return locale.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf8");
  }
}
