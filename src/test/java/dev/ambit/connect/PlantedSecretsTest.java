package dev.ambit.connect;

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
  /** By the form of an issuer: found wherever it stands. */
  private static final String SHAPED = "ghp_Planted0123456789abcdefgh";

  /** Without any form: found by the name or the place it stands under. */
  private static final String PLAIN = "hunter2";

  private static final String SERVER =
      """
      {
        "command": "API_TOKEN=hunter2 npx",
        "args": ["-y", "pkg-SHAPED@1.0.0", "--token", "hunter2", "--key=hunter2", "SHAPED",
          "postgres://app:hunter2@db.example.com/app", "--header", "Authorization: Bearer hunter2",
          "{\\"password\\": \\"hunter2\\"}"],
        "env": {"PGPASSWORD": "hunter2", "NOTES": "SHAPED", "SHAPED": "x", "URL": "https://u:hunter2@h"},
        "headers": {"Authorization": "Bearer hunter2", "X-Plain": "SHAPED", "X-SHAPED": "y"},
        "url": "https://u:hunter2@h.example.com/p/SHAPED?token=hunter2&api_key=hunter2#key=hunter2",
        "serverUrl": "https://h.example.com/SHAPED",
        "oauth": {"clientSecret": "hunter2", "deep": [{"apiKey": "hunter2"}]},
        "envFile": "/home/me/SHAPED.env",
        "cwd": "/srv/SHAPED",
        "autoApprove": ["read", "SHAPED"],
        "disabledTools": ["SHAPED-tool"],
        "description": "use SHAPED"
      }
      """;

  private record Planted(Connector connector, Document document) {
    @Override
    public String toString() {
      return document.path();
    }
  }

  static Stream<Planted> documents() {
    String servers = "{\"good\": " + SERVER + ", \"SHAPED\": " + SERVER + "}";
    McpConnector mcp = new McpConnector();
    ClaudeConnector claude = new ClaudeConnector();
    return Stream.of(
        planted(mcp, "a/.cursor/mcp.json", "{\"mcpServers\": " + servers + "}"),
        planted(
            mcp,
            "a/.vscode/mcp.json",
            "{\"inputs\": [{\"id\": \"SHAPED\", \"password\": true, \"default\": \"hunter2\"}], //"
                + " hunter2 SHAPED\n\"servers\": "
                + servers
                + "}"),
        planted(
            mcp,
            "a/.vscode/settings.json",
            "{\"mcp\": {\"servers\": "
                + servers
                + "}, \"augment.advanced\": {\"mcpServers\": ["
                + SERVER
                + "]}}"),
        planted(mcp, "a/.config/zed/settings.json", "{\"context_servers\": " + servers + "}"),
        planted(mcp, "a/.continue/config.yaml", "mcpServers: " + servers.replace("\n", " ")),
        planted(
            mcp,
            "a/.aws/amazonq/default.json",
            "{\"allowedTools\": [\"@good/SHAPED\", \"@SHAPED\"], \"mcpServers\": " + servers + "}"),
        planted(mcp, "a/unknown.json", "{\"mcpServers\": " + servers + "}"),
        planted(
            mcp,
            "a/good.tools.json",
            "{\"tools\": [{\"name\": \"SHAPED\", \"description\": \"hunter2\", \"annotations\":"
                + " {\"title\": \"SHAPED\"}, \"inputSchema\": {\"properties\": {\"SHAPED\": {}}}}]}"),
        planted(claude, "a/.mcp.json", "{\"mcpServers\": " + servers + "}"),
        planted(
            claude,
            "a/.claude.json",
            "{\"mcpServers\": "
                + servers
                + ", \"projects\": {\"/p/SHAPED\": {\"allowedTools\":"
                + " [\"Bash(curl -H 'Authorization: Bearer hunter2')\", \"SHAPED\"], \"mcpServers\": "
                + servers
                + "}}}"),
        planted(
            claude,
            "a/.claude/settings.json",
            """
            {"permissions": {
               "allow": ["Bash(curl -H 'Authorization: Bearer hunter2' x)", "Bash(PGPASSWORD=hunter2 psql)",
                 "WebFetch(domain:SHAPED)", "SHAPED", "mcp__good__SHAPED", "Read(/SHAPED/**)"],
               "deny": ["Bash(echo SHAPED)"], "defaultMode": "SHAPED"},
             "env": {"API_KEY": "hunter2", "X": "SHAPED", "SHAPED": "hunter2"},
             "hooks": {"PreToolUse": [{"matcher": "SHAPED", "hooks": [{"command": "x hunter2 SHAPED"}]}]},
             "apiKeyHelper": "echo hunter2",
             "deniedMcpServers": [{"serverName": "SHAPED"}]}
            """),
        planted(
            claude,
            "a/.claude/agents/one.md",
            """
            ---
            name: agent-SHAPED
            description: the password is hunter2
            tools: Read, SHAPED, Bash(curl -u me:hunter2), mcp__good__SHAPED
            permissionMode: SHAPED
            # SHAPED hunter2
            mcpServers:
              - inner: {"command": "x", "env": {"TOKEN": "hunter2", "Y": "SHAPED"}}
            ---
            hunter2 SHAPED
            """),
        planted(
            claude,
            "a/.claude/skills/s/SKILL.md",
            "---\nname: SHAPED\nallowed-tools: Bash(TOKEN=hunter2 x), SHAPED\n---\nhunter2\n"),
        planted(claude, "a/CLAUDE.md", "The key is SHAPED and hunter2."));
  }

  private static Planted planted(Connector connector, String path, String text) {
    return new Planted(connector, TextDocument.of(path, text.replace("SHAPED", SHAPED)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noFactAndNoNoteCarriesOne(Planted planted) {
    assertThat(planted.connector().claims(planted.document())).isTrue();

    Facts facts = planted.connector().read(planted.document());

    assertThat(facts.toString()).doesNotContain(SHAPED).doesNotContain(PLAIN);
    assertThat(facts.agents().size() + facts.notes().size() > 0 || isToolList(planted)).isTrue();
  }

  /** Broken anywhere, and with every value of a wrong kind: error messages quote nothing. */
  @ParameterizedTest
  @MethodSource("documents")
  void noMessageAboutABrokenFileCarriesOne(Planted planted) {
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
  void noLogLineCarriesOne(Planted planted) {
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

  private static boolean isToolList(Planted planted) {
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
