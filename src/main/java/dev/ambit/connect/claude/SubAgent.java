package dev.ambit.connect.claude;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.servers.Ids;
import dev.ambit.connect.servers.McpServer;
import dev.ambit.connect.servers.ServerList;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A sub-agent, from its Markdown file.
 *
 * @param name the part of its id
 * @param only names of its tools, as in rules; not said where the list is omitted, so all
 * @param without tools that it is refused
 * @param servers that it has besides those of the session
 */
record SubAgent(
    ClaudeFile file,
    String name,
    Origin origin,
    Said<ImmutableList<String>> only,
    ImmutableList<String> without,
    Said<String> mode,
    ImmutableList<McpServer> servers,
    ImmutableList<Note> notes) {

  static SubAgent of(ClaudeFile file, Optional<Cursor> settings) {
    String fileName = file.document().name();
    String stem = fileName.substring(0, fileName.length() - ".md".length());
    Origin origin = new Origin(file.document().path(), 1, "");
    if (settings.isEmpty()) {
      return new SubAgent(
          file,
          Ids.part(stem),
          origin,
          Said.nothing(),
          Lists.immutable.empty(),
          Said.nothing(),
          Lists.immutable.empty(),
          Lists.immutable.empty());
    }
    Cursor matter = settings.get();
    // A server that is only named is one of the session; one with a body is the sub-agent's own.
    ImmutableList<ServerList> own =
        matter
            .itemsAt("mcpServers")
            .select(each -> each.is(Cursor.Kind.OBJECT))
            .newWithAll(
                matter
                    .child("mcpServers")
                    .filter(each -> each.is(Cursor.Kind.OBJECT))
                    .map(Lists.immutable::of)
                    .orElse(Lists.immutable.empty()))
            .collect(each -> ServerList.read(each, Sets.immutable.empty()));
    return new SubAgent(
        file,
        Ids.part(matter.textAt("name").orElse(stem)),
        origin,
        only(matter),
        FrontMatter.names(matter, "disallowedTools").collect(SubAgent::tool),
        matter
            .child("permissionMode")
            .flatMap(each -> each.text().map(text -> Said.of(text, Ids.place(each))))
            .orElse(Said.nothing()),
        own.flatCollect(ServerList::servers),
        own.flatCollect(ServerList::notes));
  }

  private static Said<ImmutableList<String>> only(Cursor matter) {
    ImmutableList<String> names = FrontMatter.names(matter, "tools").collect(SubAgent::tool);
    return matter
        .child("tools")
        .filter(each -> !names.contains("*"))
        .filter(each -> !each.is(Cursor.Kind.NULL))
        .map(each -> Said.of(names, Ids.place(each)))
        .orElse(Said.nothing());
  }

  /** {@code Bash(git:*)} in a list of tools lists the tool. */
  private static String tool(String name) {
    return name.equals("*") ? name : Rule.of(Rule.Effect.ALLOW, name, Origin.BUILT_IN).tool();
  }

  boolean has(BuiltIn tool) {
    return only.value().map(names -> names.anySatisfy(name -> isNamed(tool, name))).orElse(true)
        && without.noneSatisfy(name -> isNamed(tool, name));
  }

  private static boolean isNamed(BuiltIn tool, String name) {
    return BuiltIn.named(name).filter(each -> each == tool).isPresent();
  }

  /** Whether it has the tool of a server of the session; {@code tool} empty for unnamed ones. */
  boolean has(String server, String tool) {
    String all = "mcp__" + server;
    String one = all + "__" + tool;
    return only.value()
            .map(names -> names.contains(all) || (!tool.isEmpty() && names.contains(one)))
            .orElse(true)
        && !without.contains(all)
        && (tool.isEmpty() || !without.contains(one));
  }

  /** Tools of the server that its lists name. */
  ImmutableList<String> toolsNamed(String server) {
    String beginning = "mcp__" + server + "__";
    return only.or(Lists.immutable.empty())
        .select(name -> name.startsWith(beginning))
        .collect(name -> name.substring(beginning.length()));
  }

  /** Names in its list that we do not know. */
  ImmutableList<String> unknownTools() {
    return only.or(Lists.immutable.empty())
        .reject(name -> name.startsWith("mcp__"))
        .reject(name -> BuiltIn.named(name).isPresent() || BuiltIn.isHarmless(name));
  }
}
