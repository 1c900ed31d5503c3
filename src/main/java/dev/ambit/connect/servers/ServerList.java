package dev.ambit.connect.servers;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Cursor.Kind;
import dev.ambit.model.Note;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * The servers that stand under one key of a configuration: an object by name, or a list with names
 * in it. Servers that are switched off are not among them.
 */
public record ServerList(ImmutableList<McpServer> servers, ImmutableList<Note> notes) {

  /** Reads the value of the key. */
  public static ServerList read(Cursor list, ImmutableSet<String> secretInputs) {
    MutableList<McpServer> servers = Lists.mutable.empty();
    MutableList<Note> notes = Lists.mutable.empty();
    if (!list.is(Kind.OBJECT) && !list.is(Kind.LIST)) {
      notes.add(Broken.wrongKind(list, Kind.OBJECT));
    }
    for (Cursor each : list.children()) {
      if (!each.is(Kind.OBJECT)) {
        notes.add(Broken.wrongKind(each, Kind.OBJECT));
      } else if (McpServerReader.isOn(each)) {
        notes.addAllIterable(wrongParts(each));
        servers.add(McpServerReader.read(name(each), each, secretInputs));
      }
    }
    return new ServerList(servers.toImmutable(), notes.toImmutable());
  }

  /** In a list the name stands inside; one without a name is called by its number. */
  private static String name(Cursor server) {
    boolean inList = server.key().chars().allMatch(Character::isDigit);
    return inList ? server.textAt("name").orElse(server.key()) : server.key();
  }

  private static ImmutableList<Note> wrongParts(Cursor server) {
    MutableList<Note> notes = Lists.mutable.empty();
    server
        .child("args")
        .filter(each -> !each.is(Kind.LIST))
        .ifPresent(each -> notes.add(Broken.wrongKind(each, Kind.LIST)));
    for (String key : Lists.immutable.of("env", "headers")) {
      server
          .child(key)
          .filter(each -> !each.is(Kind.OBJECT))
          .ifPresent(each -> notes.add(Broken.wrongKind(each, Kind.OBJECT)));
    }
    return notes.toImmutable();
  }
}
