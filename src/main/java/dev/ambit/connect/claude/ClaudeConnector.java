package dev.ambit.connect.claude;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.servers.ListedTools;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Reads projects of Claude Code: servers, settings, sub-agents, skills and instructions. */
public final class ClaudeConnector implements Connector {
  @Override
  public String id() {
    return "claude";
  }

  @Override
  public String reads() {
    return "Claude Code projects (.mcp.json, .claude/**, CLAUDE.md) and its managed settings";
  }

  @Override
  public boolean claims(Document document) {
    return ClaudeFile.of(document).isPresent();
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
    ImmutableList<ClaudeFile> files =
        documents.flatCollect(
            document ->
                ClaudeFile.of(document).map(Lists.immutable::of).orElse(Lists.immutable.empty()));
    ListedTools listed =
        ListedTools.read(
            files
                .select(file -> file.role() == ClaudeFile.Role.LISTED_TOOLS)
                .collect(ClaudeFile::document),
            notes);
    ImmutableList<Facts> projects =
        ProjectReader.projects(files).collect(project -> ProjectFacts.of(project, listed, secrets));
    return join(projects.newWith(Facts.NONE.with(facts -> facts.notes(notes.toImmutable()))));
  }
}
