package dev.ambit.connect.claude;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Secrets;
import dev.ambit.connect.claude.ClaudeFile.Role;
import dev.ambit.connect.servers.Ids;
import dev.ambit.model.Note;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Projects that one person's {@code .claude.json} lists by their path on the machine. Claude Code
 * lists every folder it was ever started in; only those with servers or remembered answers are
 * agents of their own.
 */
final class PersonalProjects {
  private PersonalProjects() {}

  static ImmutableList<ClaudeProject> of(ImmutableList<ClaudeFile> files) {
    return files.select(file -> file.role() == Role.PERSONAL).flatCollect(PersonalProjects::of);
  }

  private static ImmutableList<ClaudeProject> of(ClaudeFile file) {
    // What is broken here is noted once, where the file's own project is read.
    return FileTree.json(
        file,
        Lists.mutable.empty(),
        whole ->
            whole
                .child("projects")
                .map(Cursor::children)
                .orElse(Lists.immutable.empty())
                .select(PersonalProjects::saysSomething)
                .collect(each -> project(file, each)));
  }

  private static boolean saysSomething(Cursor project) {
    return project.child("mcpServers").map(each -> each.keys().notEmpty()).orElse(false)
        || project.itemsAt("allowedTools").notEmpty();
  }

  private static ClaudeProject project(ClaudeFile file, Cursor project) {
    MutableList<Note> notes = Lists.mutable.empty();
    ImmutableList<String> answers =
        project
            .itemsAt("allowedTools")
            .flatCollect(
                item -> item.text().map(Lists.immutable::of).orElse(Lists.immutable.empty()));
    return new ClaudeProject(
        Secrets.masked(project.key()),
        Ids.place(project),
        Lists.immutable.of(file),
        Lists.immutable.empty(),
        ProjectServers.admitted(ProjectServers.in(project, notes), Lists.immutable.empty(), notes),
        Lists.immutable.empty(),
        ProjectReader.rules(answers, Ids.place(project)),
        notes.toImmutable());
  }
}
