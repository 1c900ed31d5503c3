package dev.ambit.connect.claude;

import dev.ambit.connect.claude.ClaudeFile.Role;
import dev.ambit.connect.claude.Rule.Effect;
import dev.ambit.connect.servers.McpServer;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Sorts files of Claude Code into projects and reads them. */
final class ProjectReader {
  private ProjectReader() {}

  /** The projects in the order of their folders, then those of personal files. */
  static ImmutableList<ClaudeProject> projects(ImmutableList<ClaudeFile> files) {
    return ProjectFolders.of(files)
        .collect((folder, own) -> project(folder, own))
        .newWithAll(PersonalProjects.of(files));
  }

  private static ClaudeProject project(String folder, ImmutableList<ClaudeFile> own) {
    MutableList<Note> notes = Lists.mutable.empty();
    ImmutableList<ClaudeSettings> settings = settings(own, notes);
    ImmutableList<McpServer> servers =
        own.select(file -> file.role() == Role.SERVERS || file.role() == Role.PERSONAL)
            .flatCollect(
                file -> FileTree.json(file, notes, whole -> ProjectServers.of(whole, notes)));
    return new ClaudeProject(
        folder,
        Origin.ofFile(face(own).document().path()),
        own,
        settings,
        ProjectServers.admitted(servers, settings, notes),
        subAgents(own, notes),
        own.select(file -> file.role() == Role.SKILL || file.role() == Role.COMMAND)
            .flatCollect(file -> preapproved(file, notes)),
        notes.toImmutable());
  }

  private static ImmutableList<ClaudeSettings> settings(
      ImmutableList<ClaudeFile> own, MutableList<Note> notes) {
    ImmutableList<ClaudeSettings> settings =
        own.select(file -> file.role().isSettings())
            .flatCollect(
                file ->
                    FileTree.json(
                        file,
                        notes,
                        whole -> Lists.immutable.of(ClaudeSettings.read(file, whole))));
    settings.forEach(each -> notes.addAllIterable(each.notes()));
    settings.forEach(each -> noteUnknownMode(each, notes));
    return settings;
  }

  private static ImmutableList<SubAgent> subAgents(
      ImmutableList<ClaudeFile> own, MutableList<Note> notes) {
    ImmutableList<SubAgent> all =
        own.select(file -> file.role() == Role.SUB_AGENT)
            .collect(file -> SubAgent.of(file, FileTree.frontMatter(file, notes)));
    ImmutableList<SubAgent> distinct = all.distinctBy(SubAgent::name);
    all.reject(distinct::contains)
        .forEach(
            each ->
                notes.add(
                    new Note(
                        Note.Kind.NOTE,
                        "a second sub-agent of the name "
                            + each.name()
                            + ", which is left out. Rename one",
                        each.origin())));
    return distinct;
  }

  /** The file that says most about a project: its settings, else its servers. */
  private static ClaudeFile face(ImmutableList<ClaudeFile> own) {
    return own.minBy(
        file ->
            switch (file.role()) {
              case SETTINGS -> 0;
              case LOCAL_SETTINGS -> 1;
              case SERVERS -> 2;
              case PERSONAL, INSTRUCTIONS -> 3;
              case SUB_AGENT, SKILL, COMMAND, HOOK -> 4;
              case MANAGED_SETTINGS, LISTED_TOOLS -> 5;
            });
  }

  private static ImmutableList<Rule> preapproved(ClaudeFile file, MutableList<Note> into) {
    return FileTree.frontMatter(file, into)
        .map(
            matter ->
                rules(
                    FrontMatter.names(matter, "allowed-tools"),
                    Origin.ofFile(file.document().path())))
        .orElse(Lists.immutable.empty());
  }

  /** Rules that allow, from a list of texts that all stand at one place. */
  static ImmutableList<Rule> rules(ImmutableList<String> texts, Origin origin) {
    return texts.collect(text -> Rule.of(Effect.ALLOW, text, origin));
  }

  private static void noteUnknownMode(ClaudeSettings settings, MutableList<Note> into) {
    if (settings.mode() instanceof Said.Value<String> mode
        && Mode.named(mode.said()) == Mode.UNKNOWN) {
      into.add(
          new Note(
              Note.Kind.ERROR,
              "a permission mode that is not known, so what it lets through is not known. Use"
                  + " default, acceptEdits, plan, dontAsk, auto or bypassPermissions",
              mode.origin()));
    }
  }
}
