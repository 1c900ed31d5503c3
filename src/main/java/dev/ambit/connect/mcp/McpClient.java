package dev.ambit.connect.mcp;

import dev.ambit.connect.Document;
import dev.ambit.connect.servers.Ids;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A program that starts MCP servers for a model, and where it keeps their list.
 *
 * <p>{@code files} are ends of paths, with {@code *} for any name. What stands before the end is
 * the folder that the configuration is for: {@code app/.cursor/mcp.json} is for {@code app}, since
 * nobody thinks of {@code .cursor} as a place where an agent works. The paths are those that the
 * clients document; Claude Code has a connector of its own.
 *
 * @param id first part of the agent's id
 * @param title its name as its vendor writes it
 * @param dedicated ends of files that hold nothing but MCP servers
 * @param shared ends of files that hold other settings too, claimed only where servers stand in
 *     them
 * @param servers paths of keys under which servers stand
 * @param known whether we know that it asks before each call, and offers to remember the answer
 */
record McpClient(
    String id,
    String title,
    ImmutableList<String> dedicated,
    ImmutableList<String> shared,
    ImmutableList<ImmutableList<String>> servers,
    boolean known) {

  private static final ImmutableList<String> MCP_SERVERS = Lists.immutable.of("mcpServers");

  /** Keys that only a list of MCP servers has, or that hold one. */
  private static final ImmutableList<ImmutableList<String>> ANYWHERE =
      Lists.immutable.of(
          MCP_SERVERS,
          Lists.immutable.of("context_servers"),
          Lists.immutable.of("mcp.servers"),
          Lists.immutable.of("mcp", "servers"),
          Lists.immutable.of("augment.advanced", "mcpServers"),
          Lists.immutable.of("augment", "advanced", "mcpServers"));

  private static final ImmutableList<McpClient> ALL =
      Lists.immutable.of(
          of("amazonq", "Amazon Q Developer")
              .in(".aws/amazonq/mcp.json", ".aws/amazonq/default.json")
              .in(".aws/amazonq/agents/*.json", ".aws/amazonq/cli-agents/*.json")
              .in(".amazonq/mcp.json", ".amazonq/default.json")
              .in(".amazonq/agents/*.json", ".amazonq/cli-agents/*.json"),
          of("antigravity", "Antigravity").in(".gemini/antigravity/mcp_config.json"),
          of("augment", "Augment Code")
              .sharing(".augment/settings.json", ".vscode/settings.json", "Code/User/settings.json")
              .under(MCP_SERVERS)
              .under(Lists.immutable.of("augment.advanced", "mcpServers"))
              .under(Lists.immutable.of("augment", "advanced", "mcpServers")),
          of("claude-desktop", "Claude Desktop")
              .in("Library/Application Support/Claude/claude_desktop_config.json")
              .in("AppData/Roaming/Claude/claude_desktop_config.json")
              .in(".config/Claude/claude_desktop_config.json", "claude_desktop_config.json"),
          of("cline", "Cline")
              .in("Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json")
              .in(".cline/mcp.json", "cline_mcp_settings.json"),
          of("continue", "Continue")
              .in(".continue/mcpServers/*.yaml", ".continue/mcpServers/*.yml")
              .in(".continue/mcpServers/*.json")
              .sharing(".continue/config.yaml", ".continue/config.yml", ".continue/config.json"),
          of("copilot", "GitHub Copilot CLI").in(".copilot/mcp-config.json"),
          of("cursor", "Cursor").in(".cursor/mcp.json"),
          of("gemini", "Gemini CLI").sharing(".gemini/settings.json"),
          of("junie", "JetBrains Junie").in(".junie/mcp/mcp.json"),
          of("kiro", "Kiro").in(".kiro/settings/mcp.json"),
          of("roo", "Roo Code").in(".roo/mcp.json"),
          of("vscode", "VS Code")
              .in(".vscode/mcp.json", "Code/User/mcp.json")
              .sharing(".vscode/settings.json", "Code/User/settings.json")
              .under(Lists.immutable.of("servers"))
              .under(Lists.immutable.of("mcp", "servers"))
              .under(Lists.immutable.of("mcp.servers")),
          of("windsurf", "Windsurf").in(".codeium/windsurf/mcp_config.json"),
          of("zed", "Zed")
              .sharing(".config/zed/settings.json", ".zed/settings.json")
              .under(Lists.immutable.of("context_servers")));

  private static final ImmutableList<String> HOME_OF_SETTINGS =
      Lists.immutable.of(".config/", "Library/Application Support/", "AppData/Roaming/");

  private static McpClient of(String id, String title) {
    return new McpClient(
        id, title, Lists.immutable.empty(), Lists.immutable.empty(), Lists.immutable.empty(), true);
  }

  private McpClient in(String... files) {
    return new McpClient(
        id, title, dedicated.newWithAll(Lists.immutable.of(files)), shared, servers, known);
  }

  private McpClient sharing(String... files) {
    return new McpClient(id, title, dedicated, Lists.immutable.of(files), servers, known);
  }

  private McpClient under(ImmutableList<String> keys) {
    return new McpClient(id, title, dedicated, shared, servers.newWith(keys), known);
  }

  /**
   * The clients that read this document. An unknown file with servers in it belongs to a client
   * that is named like the file and of which nothing else is known.
   */
  static ImmutableList<McpClient> reading(Document document) {
    ImmutableList<McpClient> dedicated =
        ALL.select(client -> client.dedicated.anySatisfy(end -> endsWith(document.path(), end)));
    if (dedicated.notEmpty()) {
      return dedicated;
    }
    TopKeys keys = TopKeys.of(document);
    ImmutableList<McpClient> sharing =
        ALL.select(client -> client.shared.anySatisfy(end -> endsWith(document.path(), end)));
    if (sharing.notEmpty()) {
      return sharing.select(client -> client.places().anySatisfy(keys::has));
    }
    return ANYWHERE.anySatisfy(keys::has) || isListOfServers(document, keys)
        ? Lists.immutable.of(unknown(document))
        : Lists.immutable.empty();
  }

  /** {@code servers} alone is a common word; beside the name of the protocol it is clear. */
  private static boolean isListOfServers(Document document, TopKeys keys) {
    return document.name().contains("mcp") && keys.has(Lists.immutable.of("servers"));
  }

  private static McpClient unknown(Document document) {
    String name = document.name();
    int dot = name.lastIndexOf('.');
    String id = Ids.part(dot > 0 ? name.substring(0, dot) : name);
    return new McpClient(
        id,
        id,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        ANYWHERE.newWith(Lists.immutable.of("servers")),
        false);
  }

  /** Where servers stand in its files. */
  ImmutableList<ImmutableList<String>> places() {
    return servers.isEmpty() ? Lists.immutable.of(MCP_SERVERS) : servers;
  }

  /** The folder that a file of this client is for. */
  String folder(Document document) {
    String path = document.path();
    Optional<String> end =
        dedicated.newWithAll(shared).detectOptional(each -> endsWith(path, each));
    if (end.isEmpty()) {
      return document.folder();
    }
    String folder = withoutEnd(path, end.get());
    for (String home : HOME_OF_SETTINGS) {
      if (("/" + folder).endsWith("/" + home)) {
        folder = folder.substring(0, folder.length() - home.length());
      }
    }
    return folder.isEmpty() ? "." : folder.substring(0, folder.length() - 1);
  }

  /** What stands before the end, with its slash. */
  private static String withoutEnd(String path, String end) {
    String rest = path;
    for (int parts = Lists.immutable.of(end.split("/", -1)).size(); parts > 0; parts--) {
      rest = rest.substring(0, Math.max(0, rest.lastIndexOf('/')));
    }
    return rest.isEmpty() ? "" : rest + "/";
  }

  private static boolean endsWith(String path, String end) {
    int star = end.indexOf('*');
    if (star < 0) {
      return ("/" + path).endsWith("/" + end);
    }
    int slash = path.lastIndexOf('/') + 1;
    return ("/" + path.substring(0, slash)).endsWith("/" + end.substring(0, star))
        && path.endsWith(end.substring(star + 1));
  }
}
