package dev.ambit.connect.mcp;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Document;
import dev.ambit.connect.Secrets;
import dev.ambit.connect.Syntax;
import dev.ambit.connect.servers.Broken;
import dev.ambit.connect.servers.Ids;
import dev.ambit.connect.servers.McpServer;
import dev.ambit.connect.servers.ServerList;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What one file says about one client.
 *
 * @param agent id of the agent that the client is in this folder
 * @param folder the folder that the client works in
 * @param path of the file
 * @param trustsAll whether a switch says that no tool of any server is asked about
 * @param unasked names of servers, or of a server and a tool with a slash between, that run without
 *     asking; parts of ids
 * @param inputs secrets that stand as prefilled answers, with their places
 */
record ClientFile(
    McpClient client,
    String agent,
    String folder,
    String path,
    Origin origin,
    ImmutableList<McpServer> servers,
    boolean trustsAll,
    ImmutableList<String> unasked,
    ImmutableList<McpServer.Placed> inputs,
    ImmutableList<Note> notes) {

  /** Switches of VS Code that turn all questions off. */
  private static final ImmutableList<ImmutableList<String>> TRUSTED_IN_VS_CODE =
      Lists.immutable.of(
          Lists.immutable.of("chat.tools.autoApprove"),
          Lists.immutable.of("chat.tools.global.autoApprove"));

  private static final ImmutableList<String> TRUSTED_IN_ZED =
      Lists.immutable.of("agent", "always_allow_tool_actions");

  /** A client without servers in this file is none of its agents. */
  static ImmutableList<ClientFile> read(Document document, MutableList<Note> notes) {
    Syntax syntax =
        document.name().toLowerCase(Locale.ROOT).endsWith(".json")
            ? Syntax.JSON_WITH_COMMENTS
            : Syntax.YAML;
    return Broken.tried(
        document,
        notes,
        Lists.immutable.<ClientFile>empty(),
        () -> {
          Cursor whole = syntax.read(document);
          notes.addAllIterable(Broken.twice(whole));
          return McpClient.reading(document).flatCollect(client -> of(client, document, whole));
        });
  }

  private static ImmutableList<ClientFile> of(McpClient client, Document document, Cursor whole) {
    ImmutableSet<String> secretInputs =
        whole
            .itemsAt("inputs")
            .select(input -> input.truthAt("password").orElse(false))
            .collect(input -> input.textAt("id").orElse(""))
            .toSet()
            .toImmutable();
    ImmutableList<Cursor> lists = client.places().flatCollect(path -> asList(at(whole, path)));
    ImmutableList<ServerList> read = lists.collect(list -> ServerList.read(list, secretInputs));
    return lists.isEmpty()
        ? Lists.immutable.empty()
        : Lists.immutable.of(
            new ClientFile(
                client,
                Ids.agent(client.id(), client.folder(document)),
                client.folder(document),
                document.path(),
                Ids.place(lists.getFirst()),
                read.flatCollect(ServerList::servers).select(each -> isAdmitted(whole, each)),
                switches(client)
                    .anySatisfy(path -> at(whole, path).flatMap(Cursor::truth).orElse(false)),
                whole.itemsAt("allowedTools").flatCollect(ClientFile::ofAmazonQ),
                whole.itemsAt("inputs").flatCollect(ClientFile::prefilled),
                read.flatCollect(ServerList::notes)));
  }

  private static ImmutableList<ImmutableList<String>> switches(McpClient client) {
    return switch (client.id()) {
      case "vscode" -> TRUSTED_IN_VS_CODE;
      case "zed" -> Lists.immutable.of(TRUSTED_IN_ZED);
      default -> Lists.immutable.empty();
    };
  }

  /** Gemini CLI: {@code mcp.allowed} and {@code mcp.excluded} name servers. */
  private static boolean isAdmitted(Cursor whole, McpServer server) {
    Optional<Cursor> rules = whole.child("mcp");
    ImmutableList<String> allowed = names(rules, "allowed");
    return !names(rules, "excluded").contains(server.name())
        && (allowed.isEmpty() || allowed.contains(server.name()));
  }

  private static ImmutableList<String> names(Optional<Cursor> rules, String key) {
    return asList(rules)
        .flatCollect(each -> each.itemsAt(key))
        .flatCollect(item -> asList(item.text()))
        .collect(Ids::part);
  }

  /** Amazon Q: {@code @server} or {@code @server/tool}; others are tools of its own. */
  private static ImmutableList<String> ofAmazonQ(Cursor item) {
    return asList(item.text().filter(text -> text.startsWith("@")))
        .collect(
            text ->
                Lists.immutable
                    .of(text.substring(1).split("/", 2))
                    .collect(Ids::part)
                    .makeString("/"));
  }

  private static ImmutableList<McpServer.Placed> prefilled(Cursor input) {
    String id = input.textAt("id").orElse(input.key());
    boolean hidden = input.truthAt("password").orElse(false);
    return asList(input.child("default"))
        .flatCollect(
            value ->
                asList(value.text().flatMap(text -> Secrets.named(hidden ? "password" : id, text)))
                    .collect(
                        secret ->
                            new McpServer.Placed(
                                "inputs/" + Ids.part(id), secret, Ids.place(value))));
  }

  private static Optional<Cursor> at(Cursor whole, ImmutableList<String> path) {
    Optional<Cursor> at = Optional.of(whole);
    for (String key : path) {
      at = at.flatMap(each -> each.child(key));
    }
    return at;
  }

  private static <T> ImmutableList<T> asList(Optional<T> value) {
    return value.map(Lists.immutable::of).orElse(Lists.immutable.empty());
  }
}
