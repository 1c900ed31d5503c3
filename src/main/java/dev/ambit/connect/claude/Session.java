package dev.ambit.connect.claude;

import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.claude.BuiltIn.Does;
import dev.ambit.connect.claude.Permissions.Answer;
import dev.ambit.connect.claude.Permissions.Decision;
import dev.ambit.connect.servers.Approval;
import dev.ambit.connect.servers.Developer;
import dev.ambit.connect.servers.Ids;
import dev.ambit.connect.servers.ListedTools;
import dev.ambit.connect.servers.McpServer;
import dev.ambit.connect.servers.ServerFacts;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The tools that one agent of a project has, and the gates before them.
 *
 * <p>Ids: {@code <agent>/builtin/<Tool>}, {@code …/<Tool>/allowed} for the uses that a rule with a
 * specifier allows without a question, {@code <agent>/builtin/Bash/network} for what a command can
 * send out; gates {@code <agent>#ask-rule}, {@code #first-use}, {@code #hook}, {@code #mode}.
 *
 * @param files assets of protected files, which a tool with a question never writes unseen
 */
record Session(
    String agent,
    String folder,
    Origin origin,
    Permissions permissions,
    SessionGates gates,
    ImmutableList<String> files,
    ImmutableList<String> subAgents) {

  /** Which tools of the project an agent has. */
  record Choice(
      Predicate<BuiltIn> builtIn,
      BiPredicate<String, String> ofServer,
      Function<String, ImmutableList<String>> named) {
    static Choice all() {
      return new Choice(tool -> true, (server, tool) -> true, server -> Lists.immutable.empty());
    }

    static Choice of(SubAgent sub) {
      // Sub-agents start no sub-agents.
      return new Choice(tool -> tool != BuiltIn.TASK && sub.has(tool), sub::has, sub::toolsNamed);
    }
  }

  /** Its own tools, those that are refused left out, in the order of their names. */
  ImmutableList<Tool> builtIn(Choice choice) {
    MutableList<Tool> tools = Lists.mutable.empty();
    for (BuiltIn each : BuiltIn.values()) {
      if (choice.builtIn().test(each) && (each != BuiltIn.TASK || subAgents.notEmpty())) {
        Decision decision = permissions.answer(each);
        if (decision.answer() != Answer.DENIED) {
          tools.add(tool(each, decision));
        }
        permissions.allowingSome(each).ifPresent(rule -> tools.add(allowed(each, rule)));
        if (each == BuiltIn.BASH
            && decision.answer() != Answer.DENIED
            && permissions.shell().network()) {
          tools.add(network(decision));
        }
      }
    }
    return tools.toImmutable();
  }

  private Tool tool(BuiltIn tool, Decision decision) {
    Origin place = decision.origin();
    Verbs effects =
        switch (tool.does()) {
          case READS -> Verbs.of(Verb.READ);
          case EDITS -> Verbs.of(Verb.WRITE);
          case EXECUTES -> Verbs.of(Verb.EXECUTE, Verb.READ, Verb.WRITE, Verb.DELETE);
          case BROWSES -> Verbs.of(Verb.READ, Verb.EGRESS);
          case DELEGATES -> Verbs.of(Verb.INVOKE);
        };
    return named(tool.word(), place)
        .with(
            each ->
                each.effects(Said.of(effects, place))
                    .on(targets(tool, decision.answer()))
                    .uses(user(tool, place))
                    .gate(gates.before(decision)));
  }

  /** A shell runs as the person who started the session. */
  private static Said<Ref> user(BuiltIn tool, Origin place) {
    return tool.does() == Does.EXECUTES
        ? Said.of(new Ref(Developer.ID, place), place)
        : Said.nothing();
  }

  /** What a command or an address does that some rule lets through, nobody can say offline. */
  private Tool allowed(BuiltIn tool, Rule rule) {
    boolean clear = tool.does() == Does.READS || tool.does() == Does.EDITS;
    Tool whole = tool(tool, new Decision(Answer.RUNS, rule.origin()));
    return named(tool.word() + "/allowed", rule.origin())
        .with(
            each ->
                each.effects(clear ? whole.effects() : Said.nothing())
                    .on(tool.does() == Does.BROWSES ? Refs.NOT_SAID : folderOnly())
                    .uses(user(tool, rule.origin())));
  }

  private Tool network(Decision decision) {
    boolean leavesSandbox = permissions.shell().sandboxedUnasked();
    return named("Bash/network", decision.origin())
        .with(
            each ->
                each.effects(Said.of(Verbs.of(Verb.EGRESS), decision.origin()))
                    .gate(
                        leavesSandbox
                            ? gates.before(new Decision(Answer.ASKED_FIRST, decision.origin()))
                            : gates.before(decision)));
  }

  private Tool named(String name, Origin place) {
    return Tool.of(agent + "/builtin/" + name, place)
        .with(tool -> tool.name(Said.of(name, place)).certainty(Certainty.INFERRED));
  }

  /**
   * Reading covers every file of the project. Writing covers the protected ones only where nothing
   * is asked any more, or where a shell runs unasked.
   */
  private Refs targets(BuiltIn tool, Answer answer) {
    boolean free = answer == Answer.RUNS || answer == Answer.UNDECODED_HOOK;
    return switch (tool.does()) {
      case READS -> everything();
      case EDITS -> free && permissions.mode() == Mode.BYPASS ? everything() : folderOnly();
      case EXECUTES ->
          free && !permissions.shell().sandboxedUnasked() ? everything() : folderOnly();
      case BROWSES -> Refs.NOT_SAID;
      case DELEGATES -> Refs.of(subAgents.collect(id -> new Ref(id, origin)));
    };
  }

  private Refs everything() {
    return Refs.of(
        Lists.immutable
            .of(Ids.folder(folder))
            .newWithAll(files)
            .collect(id -> new Ref(id, origin)));
  }

  private Refs folderOnly() {
    return Refs.of(Lists.immutable.of(new Ref(Ids.folder(folder), origin)));
  }

  /** What the servers give the agent; {@code configured} as in {@link ServerFacts#of}. */
  ImmutableList<ServerFacts> servers(
      String configured,
      ImmutableList<McpServer> servers,
      ImmutableList<String> foldersOfLists,
      ListedTools listed,
      Choice choice,
      SameSecrets secrets) {
    return servers
        .collect(
            server ->
                ServerFacts.of(
                    agent,
                    configured,
                    server,
                    listed.of(server.name(), foldersOfLists),
                    new ByRules(choice),
                    secrets))
        .select(facts -> facts.tools().notEmpty());
  }

  /** Rules over the tools of servers. */
  private final class ByRules implements Approval {
    private final Choice choice;

    ByRules(Choice choice) {
      this.choice = choice;
    }

    @Override
    public ImmutableList<String> named(McpServer server) {
      return permissions
          .toolsNamed(server.name())
          .newWithAll(choice.named().apply(server.name()))
          .distinct();
    }

    @Override
    public boolean offers(McpServer server, String tool) {
      return choice.ofServer().test(server.name(), tool)
          && permissions.answer(server.name(), tool).answer() != Answer.DENIED;
    }

    @Override
    public Said<Ref> gate(McpServer server, String tool) {
      return gates.before(permissions.answer(server.name(), tool));
    }
  }
}
