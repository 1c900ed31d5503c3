package dev.ambit.connect.claude;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Secrets;
import dev.ambit.connect.Syntax;
import dev.ambit.connect.claude.ClaudeFile.Role;
import dev.ambit.connect.claude.Rule.Effect;
import dev.ambit.connect.mcp.Broken;
import dev.ambit.connect.mcp.Ids;
import dev.ambit.connect.mcp.McpServer;
import dev.ambit.connect.mcp.ServerList;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Sorts files of Claude Code into projects and reads them.
 *
 * <p>A folder is a project where it has a file of Claude Code. Instructions alone make one only
 * where no folder above is one: Claude Code reads {@code CLAUDE.md} of folders below as it comes
 * there. Managed settings hold for their folder and all below, and are a project only where there
 * is none.
 */
final class ProjectReader {
  private final ImmutableList<ClaudeFile> files;

  private ProjectReader(ImmutableList<ClaudeFile> files) {
    this.files = files;
  }

  /** The projects in the order of their folders. */
  static ImmutableList<ClaudeProject> projects(ImmutableList<ClaudeFile> files) {
    ProjectReader reader = new ProjectReader(files);
    ImmutableList<ClaudeProject> personal = reader.personalProjects();
    return reader.folders().collect(reader::project).newWithAll(personal);
  }

  private ImmutableList<String> folders() {
    MutableList<String> folders =
        files
            .select(file -> file.role() != Role.INSTRUCTIONS)
            .select(file -> file.role() != Role.MANAGED_SETTINGS)
            .select(file -> file.role() != Role.LISTED_TOOLS)
            .collect(ClaudeFile::folder)
            .distinct()
            .toSortedList();
    for (Role weak : Lists.immutable.of(Role.INSTRUCTIONS, Role.MANAGED_SETTINGS)) {
      for (ClaudeFile file :
          files.select(each -> each.role() == weak).toSortedListBy(ClaudeFile::folder)) {
        boolean belongs =
            weak == Role.MANAGED_SETTINGS
                ? folders.anySatisfy(file::covers)
                : nearest(file.folder(), folders).isPresent();
        if (!belongs) {
          folders.add(file.folder());
        }
      }
    }
    return folders.toSortedList().toImmutable();
  }

  private static Optional<String> nearest(String folder, Iterable<String> projects) {
    Optional<String> nearest = Optional.empty();
    for (String project : projects) {
      boolean above =
          project.equals(".") || folder.equals(project) || folder.startsWith(project + "/");
      if (above && nearest.map(String::length).orElse(-1) < project.length()) {
        nearest = Optional.of(project);
      }
    }
    return nearest;
  }

  private ClaudeProject project(String folder) {
    ImmutableList<String> all = folders();
    ImmutableList<ClaudeFile> own =
        files.select(
            file ->
                switch (file.role()) {
                  case MANAGED_SETTINGS -> file.covers(folder);
                  case INSTRUCTIONS ->
                      nearest(file.folder(), all).filter(folder::equals).isPresent();
                  case LISTED_TOOLS -> false;
                  case SERVERS,
                      PERSONAL,
                      SETTINGS,
                      LOCAL_SETTINGS,
                      SUB_AGENT,
                      SKILL,
                      COMMAND,
                      HOOK ->
                      file.folder().equals(folder);
                });
    MutableList<Note> ownNotes = Lists.mutable.empty();
    ImmutableList<ClaudeSettings> settings =
        own.select(file -> file.role().isSettings())
            .flatCollect(
                file ->
                    json(
                        file,
                        ownNotes,
                        whole -> Lists.immutable.of(ClaudeSettings.read(file, whole))));
    settings.forEach(each -> ownNotes.addAllIterable(each.notes()));
    settings.forEach(each -> noteUnknownMode(each, ownNotes));
    ImmutableList<McpServer> servers =
        own.select(file -> file.role() == Role.SERVERS || file.role() == Role.PERSONAL)
            .flatCollect(
                file ->
                    json(
                        file,
                        ownNotes,
                        whole -> {
                          ownNotes.addAllIterable(Broken.twice(whole));
                          return servers(whole, ownNotes);
                        }));
    return new ClaudeProject(
        folder,
        Origin.ofFile(face(own).document().path()),
        own,
        settings,
        admitted(servers, settings, ownNotes),
        own.select(file -> file.role() == Role.SUB_AGENT)
            .collect(file -> SubAgent.of(file, frontMatter(file, ownNotes)))
            .distinctBy(SubAgent::name),
        own.select(file -> file.role() == Role.SKILL || file.role() == Role.COMMAND)
            .flatCollect(file -> preapproved(file, ownNotes)),
        ownNotes.toImmutable());
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

  /** Projects that one person's file lists by their path on the machine. */
  private ImmutableList<ClaudeProject> personalProjects() {
    return files
        .select(file -> file.role() == Role.PERSONAL)
        .flatCollect(
            file ->
                json(
                    file,
                    Lists.mutable.empty(),
                    whole ->
                        whole
                            .child("projects")
                            .map(Cursor::children)
                            .orElse(Lists.immutable.empty())
                            .select(ProjectReader::saysSomething)
                            .collect(each -> personal(file, each))));
  }

  private static boolean saysSomething(Cursor project) {
    return project.child("mcpServers").map(each -> each.keys().notEmpty()).orElse(false)
        || project.itemsAt("allowedTools").notEmpty();
  }

  private static ClaudeProject personal(ClaudeFile file, Cursor project) {
    MutableList<Note> notes = Lists.mutable.empty();
    return new ClaudeProject(
        Secrets.masked(project.key()),
        Ids.place(project),
        Lists.immutable.of(file),
        Lists.immutable.empty(),
        admitted(servers(project, notes), Lists.immutable.empty(), notes),
        Lists.immutable.empty(),
        rules(project.itemsAt("allowedTools").flatCollect(ProjectReader::text), Ids.place(project)),
        notes.toImmutable());
  }

  private static ImmutableList<McpServer> servers(Cursor whole, MutableList<Note> notes) {
    return whole
        .child("mcpServers")
        .map(
            list -> {
              ServerList read = ServerList.read(list, Sets.immutable.empty());
              notes.addAllIterable(read.notes());
              return read.servers();
            })
        .orElse(Lists.immutable.empty());
  }

  private static ImmutableList<McpServer> admitted(
      ImmutableList<McpServer> servers,
      ImmutableList<ClaudeSettings> settings,
      MutableList<Note> notes) {
    ImmutableList<McpServer> distinct = servers.distinctBy(McpServer::name);
    servers
        .reject(each -> distinct.anySatisfy(kept -> kept.origin().equals(each.origin())))
        .forEach(
            each ->
                notes.add(
                    new Note(
                        Note.Kind.NOTE,
                        "a second server of the name "
                            + each.name()
                            + ", which is left out. Rename one",
                        each.origin())));
    return distinct
        .reject(server -> settings.anySatisfy(each -> each.off().contains(server.name())))
        .select(
            server ->
                settings.allSatisfy(
                    each -> each.on().value().map(on -> on.contains(server.name())).orElse(true)));
  }

  private ImmutableList<Rule> preapproved(ClaudeFile file, MutableList<Note> into) {
    return frontMatter(file, into)
        .map(
            matter ->
                rules(
                    FrontMatter.names(matter, "allowed-tools"),
                    Origin.ofFile(file.document().path())))
        .orElse(Lists.immutable.empty());
  }

  private static ImmutableList<Rule> rules(ImmutableList<String> texts, Origin origin) {
    return texts.collect(text -> Rule.of(Effect.ALLOW, text, origin));
  }

  private static ImmutableList<String> text(Cursor item) {
    return item.text().map(Lists.immutable::of).orElse(Lists.immutable.empty());
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

  private static Optional<Cursor> frontMatter(ClaudeFile file, MutableList<Note> into) {
    return Broken.tried(
        file.document(),
        into,
        Optional.empty(),
        () -> FrontMatter.of(wholeText(file), file.document().path()));
  }

  private static String wholeText(ClaudeFile file) {
    try (InputStream bytes = file.document().open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> ImmutableList<T> json(
      ClaudeFile file, MutableList<Note> into, Function<Cursor, ImmutableList<T>> read) {
    return Broken.tried(
        file.document(),
        into,
        Lists.immutable.<T>empty(),
        () -> read.apply(Syntax.JSON_WITH_COMMENTS.read(file.document())));
  }
}
