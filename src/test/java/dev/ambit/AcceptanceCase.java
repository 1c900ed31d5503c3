package dev.ambit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small world and what must be said of it: a scenario, or a twin of one with a single thing
 * changed. {@code source} in the expectation is the published incident, or {@code own}.
 *
 * @param name {@code scenario} or {@code scenario/twin}
 * @param input a file or a folder of files
 */
record AcceptanceCase(String name, Path input, JsonNode expected) {
  private static final Path ROOT = Path.of("src/test/resources/scenarios");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All, in the order of their names. */
  static List<AcceptanceCase> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.endsWith("expected.json"))
          .map(file -> in(file))
          .sorted(Comparator.comparing(AcceptanceCase::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AcceptanceCase in(Path expected) {
    Path file = expected.resolveSibling("inventory.yaml");
    try {
      return new AcceptanceCase(
          ROOT.relativize(expected)
              .toString()
              .replace("/twins/", "/")
              .replace("/expected.json", ""),
          Files.exists(file) ? file : expected.resolveSibling("inventory"),
          JSON.readTree(expected.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
