package dev.ambit.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ambit.model.Facts;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every connector promises, shown on its fixture (see {@link Fixture}). */
class ConnectorContractTest {
  /** Whatever stands in a fixture for a secret has this word in it. */
  private static final String SECRET = "PLANTED";

  static Stream<Connector> connectors() {
    return Connectors.ALL.castToList().stream();
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void claimsItsOwnFixtureAndNoOther(Connector connector) {
    for (Connector owner : Connectors.ALL) {
      for (Document document : new Fixture(owner).documents()) {
        assertThat(connector.claims(document))
            .as("%s claims %s of %s", connector.id(), document.path(), owner.id())
            .isEqualTo(connector.id().equals(owner.id()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void givesExactlyTheExpectedFacts(Connector connector) throws IOException {
    Fixture fixture = new Fixture(connector);
    String text = FactsText.of(fixture.facts());
    if ("write".equals(System.getProperty("expected"))) {
      Files.writeString(fixture.expected(), text);
    }
    assertThat(text).isEqualTo(Files.readString(fixture.expected()));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void countsTheFactsOfEachFileAndDigestsIt(Connector connector) {
    Fixture fixture = new Fixture(connector);

    assertThat(fixture.facts().inputs().collect(InputFile::path).castToList())
        .isEqualTo(fixture.documents().collect(Document::path).castToList());
    assertThat(fixture.facts().inputs().castToList())
        .allMatch(input -> input.sha256().matches("[0-9a-f]{64}"));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void pointsEveryOriginAtAValueThatIsThere(Connector connector) {
    Fixture fixture = new Fixture(connector);
    FactsText.origins(fixture.facts())
        .reject(origin -> origin.file().startsWith("ambit:"))
        .forEach(
            origin ->
                PlaceInFile.assertExists(
                    origin,
                    fixture
                        .documents()
                        .detectOptional(each -> each.path().equals(origin.file()))
                        .orElseGet(() -> fail("no such file: " + origin))));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void reportsAFileCutInHalfAndThrowsNothing(Connector connector) {
    for (Document whole : new Fixture(connector).documents()) {
      byte[] bytes = PlaceInFile.bytes(whole);
      Document half = new TextDocument(whole.path(), Arrays.copyOf(bytes, bytes.length / 2));
      ImmutableList<Note> errors = errors(read(connector, half));

      if (whole.name().endsWith(".json")) {
        assertThat(errors.castToList()).as(whole.path()).isNotEmpty();
        assertThat(errors.castToList()).allMatch(note -> note.origin().line() > 0);
      }
      assertThat(errors.castToList()).allMatch(note -> note.origin().file().equals(whole.path()));
    }
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void saysThatAnEmptyFileIsEmpty(Connector connector) {
    for (Document whole : new Fixture(connector).documents()) {
      if (PlaceInFile.isTree(whole.name())) {
        Facts facts = read(connector, TextDocument.of(whole.path(), ""));

        assertThat(errors(facts).collect(Note::text).castToList())
            .as(whole.path())
            .containsExactly("the file is empty. Fill it, or take it out of the input");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void doesNotCareInWhichOrderRecordsStand(Connector connector) {
    Fixture fixture = new Fixture(connector);
    Facts asIs = fixture.facts(fixture.documents());
    Facts reversed = fixture.facts(fixture.documents().collect(ConnectorContractTest::reversed));

    assertThat(FactsText.withoutOrigins(reversed)).isEqualTo(FactsText.withoutOrigins(asIs));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void keepsNoSecret(Connector connector) {
    Fixture fixture = new Fixture(connector);

    assertThat(FactsText.of(fixture.facts())).doesNotContain(SECRET);
    assertThat(fixture.facts().toString()).doesNotContain(SECRET);
  }

  private static Facts read(Connector connector, Document document) {
    try {
      return connector.read(document);
    } catch (InputException e) {
      return Facts.NONE.with(none -> none.notes(Lists.immutable.of(e.note())));
    }
  }

  private static ImmutableList<Note> errors(Facts facts) {
    return facts.notes().select(note -> note.kind() == Note.Kind.ERROR);
  }

  /** The same document with the records of every list in the opposite order. */
  private static Document reversed(Document document) {
    if (!PlaceInFile.isTree(document.name())) {
      return document;
    }
    ObjectMapper mapper = document.name().endsWith(".json") ? new ObjectMapper() : new YAMLMapper();
    try {
      JsonNode tree = mapper.readTree(PlaceInFile.bytes(document));
      reverse(tree);
      return new TextDocument(document.path(), mapper.writeValueAsBytes(tree));
    } catch (IOException e) {
      throw new AssertionError(document.path(), e);
    }
  }

  private static void reverse(JsonNode tree) {
    tree.forEach(ConnectorContractTest::reverse);
    if (tree instanceof ArrayNode list
        && Lists.immutable.ofAll(list).allSatisfy(JsonNode::isObject)) {
      ImmutableList<JsonNode> items = Lists.immutable.ofAll(list);
      list.removeAll();
      items.asReversed().forEach(each -> list.add(each));
    }
  }
}
