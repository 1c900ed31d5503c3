package dev.ambit.connect;

import dev.ambit.connect.claude.ClaudeConnector;
import dev.ambit.connect.mcp.McpConnector;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A configuration with secrets in every position, in each dialect, and who reads it. */
public record PlantedSecrets(Connector connector, Document document) {
  /** By the form of an issuer: found wherever it stands. */
  public static final String SHAPED = "ghp_Planted0123456789abcdefgh";

  /** Without any form: found by the name or the place it stands under. */
  public static final String PLAIN = "hunter2";

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

  public static final ImmutableList<PlantedSecrets> ALL = all();

  private static ImmutableList<PlantedSecrets> all() {
    String servers = "{\"good\": " + SERVER + ", \"SHAPED\": " + SERVER + "}";
    McpConnector mcp = new McpConnector();
    ClaudeConnector claude = new ClaudeConnector();
    return Lists.immutable.of(
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

  private static PlantedSecrets planted(Connector connector, String path, String text) {
    return new PlantedSecrets(connector, TextDocument.of(path, text.replace("SHAPED", SHAPED)));
  }

  public String path() {
    return document.path();
  }

  @Override
  public String toString() {
    return path();
  }
}
