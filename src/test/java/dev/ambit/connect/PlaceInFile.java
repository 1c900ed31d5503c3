package dev.ambit.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Origin;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds what an origin points at, to prove that it is there. */
final class PlaceInFile {
  private PlaceInFile() {}

  /**
   * Asserts that the pointer leads to a value of the document and that the line is that of the
   * value or of its key. In a file that is neither JSON nor YAML only the line can be checked.
   */
  static void assertExists(Origin origin, Document document) {
    String text = new String(bytes(document), StandardCharsets.UTF_8);
    assertThat((long) origin.line()).as("%s", origin).isBetween(0L, text.lines().count());
    if (origin.pointer().isEmpty() || !isTree(document.name())) {
      return;
    }
    Syntax syntax = document.name().endsWith(".json") ? Syntax.JSON_WITH_COMMENTS : Syntax.YAML;
    Cursor at = syntax.read(document);
    for (String step : origin.pointer().substring(1).split("/", -1)) {
      at = step(at, step.replace("~1", "/").replace("~0", "~"), origin);
    }
    assertThat(origin.line())
        .as("line of %s", origin)
        .isIn(at.origin().line(), at.keyOrigin().line());
  }

  private static Cursor step(Cursor at, String step, Origin origin) {
    Cursor here = at.is(Cursor.Kind.TEXT) ? at.inside(Syntax.JSON, decoded(at)) : at;
    Optional<Cursor> next =
        here.is(Cursor.Kind.LIST)
            ? Optional.of(here.items().get(Integer.parseInt(step)))
            : here.child(step);
    assertThat(next).as("%s at step '%s'", origin, step).isPresent();
    return next.orElseThrow();
  }

  private static String decoded(Cursor text) {
    String written = text.text().orElseThrow();
    return written.startsWith("%7B") ? URLDecoder.decode(written, StandardCharsets.UTF_8) : written;
  }

  static boolean isTree(String name) {
    return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  static byte[] bytes(Document document) {
    try (var in = document.open()) {
      return in.readAllBytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
