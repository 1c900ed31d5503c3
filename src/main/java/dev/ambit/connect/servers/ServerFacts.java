package dev.ambit.connect.servers;

import dev.ambit.connect.SameSecrets;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Credential;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The tools, credentials and databases that a server gives an agent.
 *
 * <p>Tools that are known by name get an id of their own. Unless the list of them is complete, the
 * server itself stands for all others. A literal secret is carried by the agent ({@code holders}):
 * it stands in the agent's own configuration. A reference is only lent to the server: its tools use
 * it. A tool uses one credential; where a server has several, the first in the order environment,
 * headers, arguments, address stands for them.
 *
 * @param tools in the order of the files, each once
 */
public record ServerFacts(
    ImmutableList<Tool> tools, ImmutableList<Credential> credentials, ImmutableList<Asset> assets) {
  private static final ImmutableList<String> PLACES =
      Lists.immutable.of("env/", "headers/", "args/", "url");

  /**
   * What {@code server} gives the agent.
   *
   * @param configured the agent in whose configuration it stands; the credentials are that one's
   */
  public static ServerFacts of(
      String agent,
      String configured,
      McpServer server,
      Optional<ImmutableList<ListedTool>> listed,
      Approval approval,
      SameSecrets secrets) {
    String owner = configured + "/" + server.name();
    Ref file = new Ref(Ids.file(server.file()), server.origin());
    Ref carrier = new Ref(configured, server.origin());
    server.secrets().forEach(each -> secrets.add(owner + "/" + each.place(), each.secret()));
    return new ServerFacts(
        tools(agent + "/" + server.name(), server, listed, approval)
            .collect(tool -> tool.with(each -> each.uses(used(owner, server)))),
        agent.equals(configured)
            ? server.secrets().collect(each -> credential(owner, each, file, carrier))
            : Lists.immutable.empty(),
        databases(server));
  }

  private static ImmutableList<Tool> tools(
      String id, McpServer server, Optional<ImmutableList<ListedTool>> listed, Approval approval) {
    ImmutableMap<String, ListedTool> byName =
        listed
            .orElse(Lists.immutable.empty())
            .<String, ListedTool>toMap(ListedTool::name, tool -> tool)
            .toImmutable();
    MutableList<String> names = Lists.mutable.empty();
    names.addAllIterable(listed.orElse(Lists.immutable.empty()).collect(ListedTool::name));
    names.addAllIterable(server.only().or(Lists.immutable.empty()));
    names.addAllIterable(server.unasked());
    names.addAllIterable(approval.named(server));
    boolean complete = listed.isPresent() || server.only().isSaid();
    if (!complete) {
      names.add("");
    }
    ImmutableList<String> offered =
        names
            .distinct()
            .reject(server.hidden()::contains)
            .select(name -> name.isEmpty() || isOffered(name, server, byName))
            .select(name -> approval.offers(server, name))
            .toImmutable();
    return offered.collect(name -> tool(id, server, name, byName, approval));
  }

  /** A name in an approval list that a complete list does not have is no tool. */
  private static boolean isOffered(
      String name, McpServer server, ImmutableMap<String, ListedTool> byName) {
    return server.only().value().map(only -> only.contains(name)).orElse(true)
        && (byName.isEmpty() || byName.containsKey(name));
  }

  private static Tool tool(
      String id,
      McpServer server,
      String name,
      ImmutableMap<String, ListedTool> byName,
      Approval approval) {
    Optional<ListedTool> listed = Optional.ofNullable(byName.get(name));
    Origin origin = listed.map(ListedTool::origin).orElse(server.origin());
    return Tool.of(name.isEmpty() ? id : id + "/" + name, origin)
        .with(
            tool ->
                tool.name(Said.of(name.isEmpty() ? server.name() : name, origin))
                    .effects(listed.map(ListedTool::effects).orElse(Said.nothing()))
                    .modelFills(listed.map(ListedTool::modelFills).orElse(Lists.immutable.empty()))
                    .on(target(server))
                    .gate(approval.gate(server, name))
                    .fromPackage(server.software())
                    .certainty(Certainty.OBSERVED));
  }

  private static Refs target(McpServer server) {
    return server
        .database()
        .value()
        .map(id -> Refs.of(Lists.immutable.of(new Ref(id, server.origin()))))
        .orElse(Refs.NOT_SAID);
  }

  private static Said<Ref> used(String id, McpServer server) {
    for (String place : PLACES) {
      Optional<McpServer.Placed> first =
          server.secrets().detectOptional(each -> each.place().startsWith(place));
      if (first.isPresent()) {
        Origin origin = first.get().origin();
        return Said.of(new Ref(id + "/" + first.get().place(), origin), origin);
      }
    }
    return Said.nothing();
  }

  /** The fact that a secret leaves behind. */
  public static Credential credential(
      String owner, McpServer.Placed placed, Ref file, Ref carrier) {
    boolean inline = placed.secret().inline();
    return Credential.of(owner + "/" + placed.place(), placed.origin())
        .with(
            credential ->
                credential
                    .kind(Said.of(placed.secret().kind(), placed.origin()))
                    .inline(Said.of(inline, placed.origin()))
                    .holders(inline ? Refs.of(Lists.immutable.of(carrier)) : Refs.NOT_SAID)
                    .storedIn(inline ? Said.of(file, placed.origin()) : Said.nothing())
                    .certainty(Certainty.OBSERVED));
  }

  private static ImmutableList<Asset> databases(McpServer server) {
    return server
        .database()
        .value()
        .map(
            id ->
                Lists.immutable.of(
                    Asset.of(id, server.origin())
                        .with(
                            asset ->
                                asset
                                    .kind(Said.of("database", server.origin()))
                                    .certainty(Certainty.OBSERVED))))
        .orElse(Lists.immutable.empty());
  }
}
