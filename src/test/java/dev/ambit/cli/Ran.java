package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** A command that has run, with all that it said. */
record Ran(int code, String out, String err) {

  /** In a pipeline: no stream is a terminal. */
  static Ran ambit(String... arguments) {
    return in("", false, Map.of(), arguments);
  }

  /** In a pipeline at some moment. */
  static Ran at(Instant now, String... arguments) {
    return in("", false, Map.of(), now, arguments);
  }

  /** Before a person: both streams are terminals. */
  static Ran onTerminal(Map<String, String> environment, String... arguments) {
    return in("", true, environment, arguments);
  }

  /** Before a person who types this. */
  static Ran answering(String typed, String... arguments) {
    return in(typed, true, Map.of("CI", "1"), arguments);
  }

  /** In a pipeline with something before it. */
  static Ran after(String piped, String... arguments) {
    return in(piped, false, Map.of(), arguments);
  }

  private static Ran in(
      String piped, boolean isTerminal, Map<String, String> environment, String... arguments) {
    return in(piped, isTerminal, environment, Instant.parse("2026-11-25T02:15:00Z"), arguments);
  }

  private static Ran in(
      String piped,
      boolean isTerminal,
      Map<String, String> environment,
      Instant now,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CommandLines.run(
            new Surroundings(
                new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                isTerminal,
                isTerminal,
                isTerminal,
                100,
                environment,
                now),
            arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** It ended with that code, and its last line on stderr is that one. */
  Ran ends(int expected, String lastLine) {
    assertThat(err.lines().reduce("", (before, line) -> line)).isEqualTo(lastLine);
    assertThat(code).isEqualTo(expected);
    return this;
  }

  /** A mistake of the person: one line on stderr that holds these words, nothing on stdout. */
  void complains(String... words) {
    assertThat(err.lines())
        .singleElement()
        .asString()
        .startsWith("ambit: exit 2: ")
        .contains(words);
    assertThat(out).isEmpty();
    assertThat(code).isEqualTo(2);
  }
}
