package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a report points at is there. */
class OriginsTest {
  // YAML reads JSON as well, so one reader does for all files of the stories.
  private static final YAMLMapper READER = new YAMLMapper();

  static List<Path> stories() throws IOException {
    return ScenarioTest.stories();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void everyHopAndEveryPieceOfEvidencePointsAtSomethingThatIsThere(Path story) throws IOException {
    Path input = story.resolve("input");
    List<Origin> origins = Told.scan(input).findings().stream().flatMap(OriginsTest::of).toList();

    assertThat(origins).isNotEmpty();
    for (Origin origin : origins) {
      assertPointsAtSomething(input, origin);
    }
  }

  private static Stream<Origin> of(Finding finding) {
    Stream<Origin> hops =
        finding.paths().stream()
            .map(ExposurePath::hops)
            .flatMap(each -> each.stream())
            .map(Hop::origin);
    return Stream.concat(hops, finding.evidence().stream());
  }

  private static void assertPointsAtSomething(Path input, Origin origin) throws IOException {
    if (origin.file().startsWith("ambit:")) {
      return; // a table that Ambit ships, or a built-in principal
    }
    String text = Files.readString(input.resolve(origin.file()));
    assertThat(origin.line()).as("%s", origin).isBetween(0, (int) text.lines().count());
    JsonNode found = at(READER.readTree(text), JsonPointer.compile(origin.pointer()));
    assertThat(found.isMissingNode()).as("nothing stands at %s", origin).isFalse();
  }

  /** A pointer goes straight on into a document that stands as a string. */
  private static JsonNode at(JsonNode node, JsonPointer pointer) throws JsonProcessingException {
    if (pointer.matches()) {
      return node;
    }
    if (node.isTextual()) {
      String text = node.textValue();
      return at(
          READER.readTree(
              text.startsWith("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text),
          pointer);
    }
    return at(
        pointer.mayMatchElement() && node.isArray()
            ? node.path(pointer.getMatchingIndex())
            : node.path(pointer.getMatchingProperty()),
        pointer.tail());
  }
}
