package dev.ambit.connect;

import static dev.ambit.connect.PlantedSecrets.PLAIN;
import static dev.ambit.connect.PlantedSecrets.SHAPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.claude.ClaudeConnector;
import dev.ambit.connect.mcp.McpConnector;
import dev.ambit.model.Credential;
import dev.ambit.model.Facts;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets stand in every position of every dialect, and none of them comes out. */
class PlantedSecretsTest {
  static Stream<PlantedSecrets> documents() {
    return PlantedSecrets.ALL.castToList().stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noFactAndNoNoteCarriesOne(PlantedSecrets planted) {
    assertThat(planted.connector().claims(planted.document())).isTrue();

    Facts facts = planted.connector().read(planted.document());

    assertThat(facts.toString()).doesNotContain(SHAPED).doesNotContain(PLAIN);
    assertThat(facts.agents().size() + facts.notes().size() > 0 || isToolList(planted)).isTrue();
  }

  /** Broken anywhere, and with every value of a wrong kind: error messages quote nothing. */
  @ParameterizedTest
  @MethodSource("documents")
  void noMessageAboutABrokenFileCarriesOne(PlantedSecrets planted) {
    String text = planted.document().headText();
    for (int cut = 1; cut < text.length(); cut += 41) {
      for (String rest :
          Lists.immutable.of("", " hunter2 ", "\"" + SHAPED, " : &hunter2 *hunter2")) {
        Document broken = TextDocument.of(planted.document().path(), text.substring(0, cut) + rest);
        assertThat(planted.connector().read(broken).toString())
            .doesNotContain(SHAPED)
            .doesNotContain(PLAIN);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noLogLineCarriesOne(PlantedSecrets planted) {
    MutableList<String> lines = Lists.mutable.empty();
    Handler listening = new Listening(lines);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(listening);
    root.setLevel(Level.ALL);
    try {
      planted.connector().read(planted.document());
    } finally {
      root.removeHandler(listening);
      root.setLevel(before);
    }
    assertThat(lines.makeString("\n")).doesNotContain(SHAPED).doesNotContain(PLAIN);
  }

  @Test
  void theSameSecretIsRecognisedAcrossFilesAndConnectors() {
    SameSecrets secrets = SameSecrets.ofThisRun();
    Facts cursor =
        together(
            new McpConnector(),
            secrets,
            "a/.cursor/mcp.json",
            "{\"mcpServers\": {\"db\": {\"command\": \"x\", \"env\": {\"PGPASSWORD\":"
                + " \"hunter2\"}}}}");
    Facts claude =
        together(
            new ClaudeConnector(),
            secrets,
            "a/.mcp.json",
            "{\"mcpServers\": {\"db\": {\"url\": \"https://me:hunter2@h\"}, \"other\": {\"url\":"
                + " \"https://me:else@h\"}}}");

    Facts linked =
        secrets.linked(
            cursor.with(
                all -> all.credentials(cursor.credentials().newWithAll(claude.credentials()))));

    assertThat(linked.credentials().collect(Credential::id).castToList())
        .containsExactly("cursor:a/db/env/PGPASSWORD", "claude:a/db/url", "claude:a/other/url");
    assertThat(linked.credentials().collect(each -> each.sameAs().castToList()).castToList())
        .containsExactly(
            Lists.immutable.of("claude:a/db/url").castToList(),
            Lists.immutable.of("cursor:a/db/env/PGPASSWORD").castToList(),
            Lists.immutable.<String>empty().castToList());
  }

  private static Facts together(
      Connector connector, SameSecrets secrets, String path, String text) {
    return connector.together(
        Lists.immutable.of(new TextDocument(path, text.getBytes(StandardCharsets.UTF_8))),
        Lists.immutable.empty(),
        secrets);
  }

  private static boolean isToolList(PlantedSecrets planted) {
    return planted.document().name().endsWith(".tools.json");
  }

  /** Keeps what is logged. */
  private static final class Listening extends Handler {
    private final MutableList<String> lines;

    Listening(MutableList<String> lines) {
      this.lines = lines;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord logged) {
      lines.add(logged.getMessage());
      Lists.immutable
          .of(logged.getParameters() == null ? new Object[0] : logged.getParameters())
          .forEach(each -> lines.add(String.valueOf(each)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
