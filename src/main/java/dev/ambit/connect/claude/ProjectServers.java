package dev.ambit.connect.claude;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.servers.Broken;
import dev.ambit.connect.servers.McpServer;
import dev.ambit.connect.servers.ServerList;
import dev.ambit.model.Note;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The servers that a session of a project starts. */
final class ProjectServers {
  private ProjectServers() {}

  /** The servers of a whole file. */
  static ImmutableList<McpServer> of(Cursor whole, MutableList<Note> notes) {
    notes.addAllIterable(Broken.twice(whole));
    return in(whole, notes);
  }

  /** The servers of a file or of an entry in it. */
  static ImmutableList<McpServer> in(Cursor whole, MutableList<Note> notes) {
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

  /** Each name once, and only what the settings let start. */
  static ImmutableList<McpServer> admitted(
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
}
