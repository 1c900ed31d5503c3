package dev.ambit.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambit.model.Origin;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static Cursor yaml(String text) {
    return Syntax.YAML.read(TextDocument.of("a.yaml", text));
  }

  private static Cursor json(String text) {
    return Syntax.JSON.read(TextDocument.of("a.json", text));
  }

  @Test
  void everyValueKnowsItsFileLineAndPointer() {
    Cursor agents =
        json("{\"agents\": [\n  {\"id\": \"a\"},\n  {\"x/y\":\n 1}]}").required("agents");
    Cursor second = agents.items().get(1);

    assertThat(second.origin()).isEqualTo(new Origin("a.json", 3, "/agents/1"));
    assertThat(second.required("x/y").origin())
        .isEqualTo(new Origin("a.json", 4, "/agents/1/x~1y"));
    assertThat(second.required("x/y").keyOrigin().line()).isEqualTo(3);
    assertThat(second.required("x/y").key()).isEqualTo("x/y");
  }

  @Test
  void yamlAndJsonCountLinesAlike() {
    Cursor channel =
        yaml("# first\nchannels:\n  - id: a\n    readers:\n      - b\n")
            .required("channels")
            .items()
            .get(0);

    assertThat(channel.origin()).isEqualTo(new Origin("a.yaml", 3, "/channels/0"));
    assertThat(channel.itemsAt("readers").get(0).origin())
        .isEqualTo(new Origin("a.yaml", 5, "/channels/0/readers/0"));
  }

  @Test
  void whatIsMissingIsNamedWithItsPlaceAndARemedy() {
    Cursor agent =
        json("{\"agents\":[\n{},\n{\"name\": \"x\"}]}").required("agents").items().get(1);

    assertThatThrownBy(() -> agent.requiredText("id"))
        .isInstanceOf(InputException.class)
        .hasMessage("a.json:3 /agents/1: 'id' is missing. Add it, for example \"id\": \"...\"");
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestThatExists() {
    Cursor channel = yaml("id: a\nraeders: []\n");

    assertThat(channel.unknownKeys(Lists.immutable.of("id", "readers", "writers")))
        .extracting(InputException::getMessage)
        .containsExactly(
            "a.yaml:2 /raeders: unknown key 'raeders'. The nearest key that exists is 'readers'");
  }

  @ParameterizedTest
  @CsvSource({
    "on,TEXT",
    "no,TEXT",
    "yes,TEXT",
    "2026-11-01,TEXT",
    "true,BOOLEAN",
    "false,BOOLEAN",
    "12,NUMBER",
    "0x1F,NUMBER",
    "1_000,TEXT",
    "1e3,NUMBER",
    "1:30,TEXT",
    "~,NULL",
    "null,NULL",
    "'\"12\"',TEXT",
    "1.2.3,TEXT",
    "010,NUMBER",
    "=,TEXT",
    ".inf,NUMBER"
  })
  void yamlScalarsAreReadByTheCoreSchemaOfVersion12(String written, Cursor.Kind kind) {
    assertThat(yaml("a: " + written).required("a").kind()).isEqualTo(kind);
  }

  @Test
  void yamlKeysAreText() {
    assertThat(yaml("on: 1\nno: 2\n2026-11-01: 3\n7: 4\nnull: 5\n").keys())
        .containsExactly("on", "no", "2026-11-01", "7", "null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: 1\\nb: &x 2              | a.yaml:2: an anchor: &x
          a: 1\\nb: *x                | a.yaml:2: an alias: *x
          a: {b: 1}\\n<<: {c: 2}      | a.yaml:2: a merge key: <<
          a: 1\\nb: !!str 2           | a.yaml:2: a tag: tag:yaml.org,2002:str
          a: 1\\nb: !secret x         | a.yaml:2: a tag: !secret
          a: 1\\n---\\nb: 2           | a.yaml:2: a second document
          a: 1\\nb: 2\\na: 3          | a.yaml:3 /a: 'a' stands twice, first on line 1
          a: 1\\n? [b]\\n: 2          | a.yaml:2: a key that is no text
          a: [1\\nb: 2                | a.yaml:2: this is no YAML
          """)
  void yamlThatHidesSomethingIsRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> yaml(text.replace("\\n", "\n")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedInOurJsonAndTheLastCountsInSettings() {
    String text = "{\"a\": 1,\n\"a\": 2}";

    assertThatThrownBy(() -> json(text))
        .hasMessageStartingWith("a.json:2 /a: 'a' stands twice, first on line 1");
    assertThat(Syntax.JSON_WITH_COMMENTS.read(text, "a.json", 1).required("a").scalar())
        .contains("2");
  }

  @Test
  void settingsMayHaveCommentsAndTrailingCommas() {
    Cursor settings =
        Syntax.JSON_WITH_COMMENTS.read("// x\n{\"a\": [1, 2,], /* y */}", "a.json", 1);

    assertThat(settings.itemsAt("a")).hasSize(2);
    assertThat(settings.required("a").line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "\n\n"})
  void anEmptyFileIsCalledEmpty(String text) {
    assertThatThrownBy(() -> yaml(text)).hasMessageStartingWith("a.yaml: the file is empty.");
    assertThatThrownBy(() -> json(text)).hasMessageStartingWith("a.json: the file is empty.");
  }

  @Test
  void aByteOrderMarkIsNoContent() {
    assertThat(yaml("\uFEFFa: 1").keys()).containsExactly("a");
    assertThat(json("\uFEFF{\"a\": 1}").keys()).containsExactly("a");
  }

  @Test
  void bytesThatAreNoUtf8AreNamedWithTheirLine() {
    byte[] yaml = "a: 1\nb: 2\nc: x\n".getBytes(StandardCharsets.ISO_8859_1);
    yaml[yaml.length - 2] = (byte) 0xff;
    assertThatThrownBy(() -> Syntax.YAML.read(new TextDocument("a.yaml", yaml)))
        .hasMessageStartingWith("a.yaml:3: bytes that are no UTF-8 text.");

    byte[] json = "{\"a\":\n\"x\"}".getBytes(StandardCharsets.ISO_8859_1);
    json[json.length - 3] = (byte) 0xff;
    assertThatThrownBy(() -> Syntax.JSON.read(new TextDocument("a.json", json)))
        .hasMessageStartingWith("a.json:2: bytes that are no UTF-8 text.");
  }

  @Test
  void aFileCutInHalfSaysSo() {
    assertThatThrownBy(() -> json("{\"a\": [1,\n2"))
        .hasMessageStartingWith("a.json:2: the file ends in the middle of a value.");
    assertThatThrownBy(() -> yaml("a: [1,\n2")).hasMessageStartingWith("a.yaml:2: this is no YAML");
  }

  @Test
  void deepNestingIsRefusedBeforeItCanHurt() {
    assertThatThrownBy(() -> json("[".repeat(100_000))).hasMessageContaining("nesting");
    assertThatThrownBy(() -> yaml("[".repeat(100_000))).hasMessageContaining("nesting");
    assertThat(json("[".repeat(200) + "]".repeat(200)).kind()).isEqualTo(Cursor.Kind.LIST);
  }

  @Test
  void aMessageNeverQuotesWhatMayBeASecret() {
    assertThatThrownBy(() -> json("{\"key\": sk-live-123}"))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("live");
  }

  @Test
  void aDocumentInsideATextKeepsThePlaceOfTheText() {
    Cursor outer = json("{\n\"policy\": \"{\\\"Version\\\":\\n \\\"x\\\"}\"}");
    Cursor version = outer.required("policy").inside(Syntax.JSON).required("Version");

    assertThat(version.origin()).isEqualTo(new Origin("a.json", 2, "/policy/Version"));
  }

  @Test
  void moreThanOneJsonValueIsRefused() {
    assertThatThrownBy(() -> json("{}\n{}")).hasMessageStartingWith("a.json:2: more after the end");
  }
}
