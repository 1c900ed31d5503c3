package dev.ambit.connect.mcp;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.servers.ListedTool;
import dev.ambit.connect.servers.ListedTools;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Reads the MCP servers that desktop and editor clients are configured with. */
public final class McpConnector implements Connector {
  @Override
  public String id() {
    return "mcp";
  }

  @Override
  public String reads() {
    return "MCP client configurations (Cursor, VS Code, Claude Desktop, Windsurf, Zed and others)";
  }

  @Override
  public boolean claims(Document document) {
    return !isOfClaudeCode(document)
        && (document.name().endsWith(ListedTool.FILE_END)
            || McpClient.reading(document).notEmpty());
  }

  /** Claude Code has a connector of its own, since its settings decide about its servers. */
  private static boolean isOfClaudeCode(Document document) {
    return ("/" + document.path()).contains("/.claude/")
        || document.name().equals(".mcp.json")
        || document.name().equals(".claude.json");
  }

  @Override
  public Facts read(Document document) {
    return all(Lists.immutable.of(document), SameSecrets.ofThisRun());
  }

  @Override
  public Facts together(
      ImmutableList<Document> documents, ImmutableList<Facts> parts, SameSecrets secrets) {
    return all(documents, secrets);
  }

  private Facts all(ImmutableList<Document> documents, SameSecrets secrets) {
    MutableList<Note> notes = Lists.mutable.empty();
    ListedTools listed =
        ListedTools.read(
            documents.select(each -> each.name().endsWith(ListedTool.FILE_END)), notes);
    ImmutableList<ClientFile> files =
        documents
            .reject(each -> each.name().endsWith(ListedTool.FILE_END))
            .flatCollect(document -> ClientFile.read(document, notes));
    ImmutableList<Facts> agents =
        files
            .collect(ClientFile::agent)
            .distinct()
            .collect(
                agent ->
                    ClientFacts.of(
                        files.select(file -> file.agent().equals(agent)), listed, secrets));
    return join(agents.newWith(Facts.NONE.with(facts -> facts.notes(notes.toImmutable()))));
  }
}
