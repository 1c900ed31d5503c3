package dev.ambit.connect.mcp;

import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.servers.Approval;
import dev.ambit.connect.servers.Developer;
import dev.ambit.connect.servers.Ids;
import dev.ambit.connect.servers.ListedTools;
import dev.ambit.connect.servers.McpServer;
import dev.ambit.connect.servers.ServerFacts;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Credential;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The agent that a client is in one folder, from all files that say something about it. */
final class ClientFacts {
  private ClientFacts() {}

  /** {@code files} of one agent, in the order of their paths; at least one. */
  static Facts of(ImmutableList<ClientFile> files, ListedTools listed, SameSecrets secrets) {
    ClientFile first = files.getFirst();
    Asking asking = Asking.of(files);
    MutableList<Note> notes = files.flatCollect(ClientFile::notes).toList();
    ImmutableList<ServerFacts> servers =
        distinct(files, notes)
            .collect(
                server ->
                    ServerFacts.of(
                        first.agent(),
                        first.agent(),
                        server,
                        listed.of(server.name(), folders(files)),
                        asking,
                        secrets));
    ImmutableList<Tool> tools = servers.flatCollect(ServerFacts::tools);
    return Facts.NONE.with(
        facts ->
            facts
                .principals(Lists.immutable.of(Developer.at(first.origin())))
                .assets(
                    files
                        .collect(ClientFacts::configuration)
                        .newWithAll(servers.flatCollect(ServerFacts::assets)))
                .credentials(
                    servers
                        .flatCollect(ServerFacts::credentials)
                        .newWithAll(files.flatCollect(file -> inputs(file, secrets))))
                .gates(
                    tools.anySatisfy(tool -> tool.gate().isSaid())
                        ? Lists.immutable.of(asking.fact())
                        : Lists.immutable.empty())
                .tools(tools)
                .agents(Lists.immutable.of(agent(first, files, tools)))
                .notes(notes.toImmutable()));
  }

  private static Agent agent(
      ClientFile first, ImmutableList<ClientFile> files, ImmutableList<Tool> tools) {
    return Developer.asks(
        Agent.of(first.agent(), first.origin())
            .with(
                agent ->
                    agent
                        .name(Said.of(first.client().title(), first.origin()))
                        .tools(Refs.of(tools.collect(tool -> new Ref(tool.id(), tool.origin()))))
                        .guardrails(
                            Refs.of(
                                files.collect(
                                    file -> new Ref(Ids.file(file.path()), file.origin()))))
                        .certainty(Certainty.OBSERVED)));
  }

  /** Of two servers of one name the client starts one; which one differs, so the first is taken. */
  private static ImmutableList<McpServer> distinct(
      ImmutableList<ClientFile> files, MutableList<Note> notes) {
    MutableList<McpServer> distinct = Lists.mutable.empty();
    for (McpServer server : files.flatCollect(ClientFile::servers)) {
      if (distinct.anySatisfy(each -> each.name().equals(server.name()))) {
        notes.add(
            new Note(
                Note.Kind.NOTE,
                "a second server of the name " + server.name() + ", which is left out. Rename one",
                server.origin()));
      } else {
        distinct.add(server);
      }
    }
    return distinct.toImmutable();
  }

  private static ImmutableList<String> folders(ImmutableList<ClientFile> files) {
    return files
        .flatCollect(
            file ->
                Lists.immutable.of(
                    parent(file.path()), file.agent().substring(file.agent().indexOf(':') + 1)))
        .distinct();
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }

  private static ImmutableList<Credential> inputs(ClientFile file, SameSecrets secrets) {
    Ref asset = new Ref(Ids.file(file.path()), file.origin());
    Ref carrier = new Ref(file.agent(), file.origin());
    file.inputs().forEach(each -> secrets.add(file.agent() + "/" + each.place(), each.secret()));
    return file.inputs()
        .collect(each -> ServerFacts.credential(file.agent(), each, asset, carrier));
  }

  private static Asset configuration(ClientFile file) {
    return Asset.of(Ids.file(file.path()), Origin.ofFile(file.path()))
        .with(
            asset ->
                asset.kind(Said.of("configuration", file.origin())).certainty(Certainty.OBSERVED));
  }

  /** The one question that a client asks, and whom it spares. */
  private record Asking(Gate fact, boolean trustsAll, ImmutableList<String> unasked)
      implements Approval {

    static Asking of(ImmutableList<ClientFile> files) {
      ClientFile first = files.getFirst();
      Origin origin = first.origin();
      boolean known = first.client().known();
      Gate gate =
          Gate.of(
                  first.agent() + "#ask",
                  known ? Gate.Strength.HOST : Gate.Strength.UNKNOWN,
                  origin)
              .with(
                  each ->
                      each.approvers(known ? Developer.only(origin) : Refs.NOT_SAID)
                          .remembersConsent(known)
                          .heldIn(Said.of(new Ref(Ids.file(first.path()), origin), origin))
                          .certainty(Certainty.INFERRED));
      return new Asking(
          gate, files.anySatisfy(ClientFile::trustsAll), files.flatCollect(ClientFile::unasked));
    }

    @Override
    public ImmutableList<String> named(McpServer server) {
      return unasked
          .select(each -> each.startsWith(server.name() + "/"))
          .collect(each -> each.substring(server.name().length() + 1));
    }

    @Override
    public boolean offers(McpServer server, String tool) {
      return true;
    }

    @Override
    public Said<Ref> gate(McpServer server, String tool) {
      boolean spared =
          trustsAll
              || server.trusted()
              || server.unasked().contains(tool)
              || unasked.contains(server.name())
              || unasked.contains(server.name() + "/" + tool);
      return spared
          ? Said.nothing()
          : Said.of(new Ref(fact.id(), server.origin()), server.origin());
    }
  }
}
