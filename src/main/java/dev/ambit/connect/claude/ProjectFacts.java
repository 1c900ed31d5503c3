package dev.ambit.connect.claude;

import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.claude.Session.Choice;
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
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The agents that a project is: its session, and its sub-agents. */
final class ProjectFacts {
  private final ClaudeProject project;
  private final ListedTools listed;
  private final SameSecrets secrets;
  private final String id;
  private final Permissions permissions;
  private final MutableList<Tool> tools = Lists.mutable.empty();
  private final MutableList<Gate> gates = Lists.mutable.empty();
  private final MutableList<Credential> credentials = Lists.mutable.empty();
  private final MutableList<Asset> assets = Lists.mutable.empty();
  private final MutableList<Agent> agents = Lists.mutable.empty();
  private final MutableList<Note> notes = Lists.mutable.empty();

  private ProjectFacts(ClaudeProject project, ListedTools listed, SameSecrets secrets) {
    this.project = project;
    this.listed = listed;
    this.secrets = secrets;
    this.id = Ids.agent("claude", project.folder());
    this.permissions = Permissions.of(project.settings(), project.allowed(), project.origin());
  }

  static Facts of(ClaudeProject project, ListedTools listed, SameSecrets secrets) {
    return new ProjectFacts(project, listed, secrets).all();
  }

  private Facts all() {
    notes.addAllIterable(project.notes());
    assets.addAllIterable(ProjectAssets.of(project));
    project.settings().forEach(this::environment);
    ImmutableList<Agent.Call> calls = project.subAgents().collect(this::call);
    Session session = session(id, permissions, project.origin());
    Refs held =
        together(
            builtIn(session, Choice.all()), tools(session, id, Choice.all(), project.servers()));
    agents.add(
        agent(id, project.origin(), "Claude Code", held, project.files())
            .with(agent -> agent.calls(calls)));
    gates.addAllIterable(session.gates().of(held(held)));
    project.subAgents().forEach(this::subAgent);
    noteHooks();
    return Facts.NONE.with(
        facts ->
            facts
                .principals(Lists.immutable.of(Developer.at(project.origin())))
                .assets(assets.toImmutable().distinctBy(Asset::id))
                .credentials(credentials.toImmutable())
                .gates(gates.toImmutable())
                .tools(tools.toImmutable())
                .agents(agents.toImmutable())
                .notes(notes.toImmutable()));
  }

  private Session session(String agent, Permissions of, Origin origin) {
    return new Session(
        agent,
        project.folder(),
        origin,
        of,
        new SessionGates(
            agent, held(each -> each.rank() > 0), held(each -> each.hooked().notEmpty())),
        project
            .files()
            .select(file -> file.role().isProtected())
            .collect(file -> ProjectAssets.ref(file).id()),
        project.subAgents().collect(this::idOf));
  }

  /** The asset of the settings that win among those of a kind. */
  private Said<Ref> held(Predicate<ClaudeSettings> kind) {
    return project
        .settings()
        .toSortedListBy(ClaudeSettings::rank)
        .detectOptional(kind::test)
        .map(each -> ProjectAssets.ref(each.file()))
        .<Said<Ref>>map(file -> Said.of(file, file.origin()))
        .orElse(Said.nothing());
  }

  private Refs tools(
      Session session, String configured, Choice choice, ImmutableList<McpServer> servers) {
    ImmutableList<ServerFacts> given =
        session.servers(configured, servers, foldersOfLists(), listed, choice, secrets);
    ImmutableList<Tool> held = given.flatCollect(ServerFacts::tools);
    tools.addAllIterable(held);
    credentials.addAllIterable(given.flatCollect(ServerFacts::credentials));
    assets.addAllIterable(given.flatCollect(ServerFacts::assets));
    return Refs.of(held.collect(tool -> new Ref(tool.id(), tool.origin())));
  }

  private Refs builtIn(Session session, Choice choice) {
    ImmutableList<Tool> held = session.builtIn(choice);
    tools.addAllIterable(held);
    return Refs.of(held.collect(tool -> new Ref(tool.id(), tool.origin())));
  }

  private ImmutableList<Tool> held(Refs refs) {
    return tools.select(tool -> refs.names(tool.id())).toImmutable();
  }

  private static Refs together(Refs... lists) {
    return Refs.of(Lists.immutable.of(lists).flatCollect(Refs::all));
  }

  private ImmutableList<String> foldersOfLists() {
    return project
        .files()
        .collect(file -> file.document().folder())
        .newWith(project.folder())
        .distinct();
  }

  private void subAgent(SubAgent sub) {
    Permissions own =
        sub.mode()
            .value()
            .map(mode -> permissions.in(Mode.named(mode), sub.mode().originOr(sub.origin())))
            .orElse(permissions);
    Session session = session(idOf(sub), own, sub.origin());
    Choice choice = Choice.of(sub);
    Refs held =
        together(
            builtIn(session, choice),
            tools(session, id, choice, project.servers()),
            tools(session, idOf(sub), choice, sub.servers()));
    ImmutableList<Tool> unknown =
        sub.unknownTools().collect(name -> Tool.of(idOf(sub) + "/builtin/" + name, sub.origin()));
    gates.addAllIterable(session.gates().of(held(held)));
    tools.addAllIterable(unknown);
    notes.addAllIterable(sub.notes());
    agents.add(
        agent(idOf(sub), sub.origin(), sub.name(), held, project.files())
            .with(
                agent ->
                    agent
                        .tools(
                            Refs.of(
                                held.all()
                                    .newWithAll(unknown.collect(t -> new Ref(t.id(), t.origin())))))
                        .toolsOmitted(
                            sub.only().isSaid() ? Said.nothing() : Said.of(true, sub.origin()))));
  }

  private Agent agent(
      String agent, Origin origin, String name, Refs held, ImmutableList<ClaudeFile> limits) {
    return Developer.asks(
        Agent.of(agent, origin)
            .with(
                each ->
                    each.name(Said.of(name, origin))
                        .tools(held)
                        .workspace(Said.of(new Ref(Ids.folder(project.folder()), origin), origin))
                        .guardrails(Refs.of(limits.collect(ProjectAssets::ref)))
                        .certainty(Certainty.OBSERVED)));
  }

  /** A sub-agent runs in the session of its caller, with all that session has. */
  private Agent.Call call(SubAgent sub) {
    return new Agent.Call(
        new Ref(idOf(sub), sub.origin()),
        Said.of(Agent.Token.OWN, sub.origin()),
        false,
        Said.nothing(),
        sub.origin());
  }

  /** A server may have the name that a sub-agent has; then the sub-agent steps aside. */
  private String idOf(SubAgent sub) {
    boolean taken =
        project.servers().anySatisfy(server -> server.name().equals(sub.name()))
            || sub.name().equals("builtin");
    return id + (taken ? "/agents/" : "/") + sub.name();
  }

  private void environment(ClaudeSettings settings) {
    String owner = id + "/settings";
    for (McpServer.Placed each : settings.secrets()) {
      if (credentials.noneSatisfy(have -> have.id().equals(owner + "/" + each.place()))) {
        secrets.add(owner + "/" + each.place(), each.secret());
        credentials.add(
            ServerFacts.credential(
                owner, each, ProjectAssets.ref(settings.file()), new Ref(id, each.origin())));
      }
    }
  }

  private void noteHooks() {
    if (permissions.hooked().notEmpty()) {
      notes.add(
          new Note(
              Note.Kind.NOTE,
              "hooks of this project run before tools and may stop a call. What they decide is not"
                  + " known, so where nothing else asks they count as no gate at worst and as one of"
                  + " the resource at best",
              project.origin()));
    }
  }
}
