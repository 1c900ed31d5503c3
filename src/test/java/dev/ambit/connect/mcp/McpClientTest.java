package dev.ambit.connect.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.TextDocument;
import dev.ambit.model.Agent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which agent a file is about. */
class McpClientTest {
  private static final String SERVERS =
      """
      {"mcpServers": {"a": {"command": "x"}}, "servers": {"a": {"command": "x"}},
       "context_servers": {"a": {"command": "x"}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "app/.cursor/mcp.json,cursor:app",
    ".cursor/mcp.json,cursor:.",
    "my app/100%/.cursor/mcp.json,cursor:my%20app/100%25",
    ".vscode/mcp.json,vscode:.",
    "home/.config/Code/User/mcp.json,vscode:home",
    "home/Library/Application Support/Code/User/mcp.json,vscode:home",
    "home/Library/Application Support/Claude/claude_desktop_config.json,claude-desktop:home",
    "AppData/Roaming/Claude/claude_desktop_config.json,claude-desktop:.",
    "backup/claude_desktop_config.json,claude-desktop:backup",
    "home/.codeium/windsurf/mcp_config.json,windsurf:home",
    "home/.gemini/settings.json,gemini:home",
    "app/.kiro/settings/mcp.json,kiro:app",
    "app/.amazonq/cli-agents/build.json,amazonq:app",
    "home/.aws/amazonq/mcp.json,amazonq:home",
    "home/.copilot/mcp-config.json,copilot:home",
    "app/.cline/mcp.json,cline:app",
    "app/.continue/mcpServers/one.json,continue:app",
    "home/.config/zed/settings.json,zed:home",
    "app/.junie/mcp/mcp.json,junie:app",
    "app/mcp.json,mcp:app",
    "some client.json,some%20client:.",
  })
  void isNamedAfterTheClientAndTheFolderItIsFor(String path, String agent) {
    var document = TextDocument.of(path, SERVERS);

    assertThat(new McpConnector().claims(document)).isTrue();
    assertThat(new McpConnector().read(document).agents().collect(Agent::id).castToList())
        .containsExactly(agent);
  }

  @ParameterizedTest
  @CsvSource({
    ".mcp.json,'{\"mcpServers\": {}}'",
    "app/.claude/x.json,'{\"mcpServers\": {}}'",
    ".vscode/settings.json,'{\"editor.tabSize\": 2}'",
    "package.json,'{\"name\": \"x\", \"config\": {\"mcpServers\": {}}}'",
    "readme.md,'{\"mcpServers\": {}}'",
    "servers.json,'{\"servers\": {}}'",
    "list.json,'[{\"mcpServers\": {}}]'",
  })
  void otherFilesAreNotClaimed(String path, String text) {
    assertThat(new McpConnector().claims(TextDocument.of(path, text))).isFalse();
  }
}
