package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Agent;
import dev.ambit.model.AgentBuilder;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * Agents of Bedrock: each acts as its role, its action groups are tools, and what it answers from
 * is knowledge. A function that requires confirmation is stopped by the service until the one who
 * asks says yes. What a function does its schema does not say, so its effects stay unsaid.
 */
final class BedrockAgents {
  private static final Pattern AGENT =
      Pattern.compile("(?<![0-9A-Za-z])[A-Z0-9]{10}(?![0-9A-Za-z])");

  private final Consumer<Note> notes;
  private final FoundAssets assets;
  private final Map<String, Agent> agents = new TreeMap<>();
  private final Map<String, String> arns = new TreeMap<>();
  private final Map<String, Ref> roles = new TreeMap<>();
  private final Map<String, Tool> tools = new TreeMap<>();
  private final Map<String, Gate> gates = new TreeMap<>();
  private final Map<String, Ref> knowledgeBases = new TreeMap<>();
  private final MutableList<Runnable> later = Lists.mutable.empty();

  BedrockAgents(Consumer<Note> notes, FoundAssets assets) {
    this.notes = notes;
    this.assets = assets;
  }

  private static Origin at(Piece piece, JsonPart part, String below) {
    return Workloads.at(piece, part, below);
  }

  void runsAs(String function, Ref role) {
    roles.put(function, role);
  }

  void agent(Piece piece) {
    JsonPart agent = piece.value().at("agent");
    String arn = agent.at("agentArn").text();
    Origin origin = at(piece, agent, "/agent");
    arns.put(agent.at("agentId").text(), arn);
    JsonPart role = agent.at("agentResourceRoleArn");
    JsonPart guardrail = agent.at("guardrailConfiguration").at("guardrailIdentifier");
    add(
        arn,
        origin,
        b -> {
          b.name(Said.of(agent.at("agentName").text(), origin))
              .identity(Said.of(Agent.Mode.OWN, origin))
              .provider(Said.of("amazon-bedrock", origin))
              .aliases(Lists.immutable.of(arn.replace(":agent/", ":agent-alias/") + "/*"));
          if (!agent.at("description").text().isEmpty()) {
            b.purpose(Said.of(agent.at("description").text(), origin));
          }
          if (!role.text().isEmpty()) {
            b.actsAs(ref(role.text(), at(piece, role, "/agent/agentResourceRoleArn")));
          }
          if (guardrail.isText()) {
            Origin there =
                at(piece, guardrail, "/agent/guardrailConfiguration/guardrailIdentifier");
            b.guardrails(ref(guardrail(arn, guardrail.text()), there));
          }
        });
  }

  private static Refs ref(String id, Origin origin) {
    return Refs.of(Lists.immutable.of(new Ref(id, origin)));
  }

  private static String guardrail(String agent, String id) {
    return id.startsWith("arn:") ? id : agent.replaceFirst(":agent/.*", ":guardrail/" + id);
  }

  private void add(String arn, Origin origin, Consumer<AgentBuilder> with) {
    Agent known =
        agents.computeIfAbsent(arn, id -> Agent.of(id, origin).withCertainty(Certainty.OBSERVED));
    agents.put(arn, known.with(with));
  }

  /** The agent with that id, else the one that the path names; looked up when all are read. */
  private Optional<String> arn(Piece piece, String id) {
    Optional<String> found =
        id.isEmpty() ? SubjectInPath.find(piece.document(), AGENT) : Optional.of(id);
    if (found.isEmpty()) {
      SubjectInPath.missing(piece, "agent", "A1B2C3D4E5", notes);
    }
    return found.map(each -> arns.getOrDefault(each, each));
  }

  void actionGroup(Piece piece) {
    JsonPart group = piece.value().at("agentActionGroup");
    boolean off = group.at("actionGroupState").text().equals("DISABLED");
    boolean asks = group.at("parentActionGroupSignature").text().equals("AMAZON.UserInput");
    if (!off && !asks) {
      later.add(
          () ->
              arn(piece, group.at("agentId").text())
                  .ifPresent(agent -> tools(piece, group, agent)));
    }
  }

  private void tools(Piece piece, JsonPart group, String agent) {
    String name = agent + "/" + group.at("actionGroupName").text().replace(' ', '-');
    JsonPart lambda = group.at("actionGroupExecutor").at("lambda");
    List<JsonPart> functions = group.at("functionSchema").at("functions").parts();
    for (int i = 0; i < functions.size(); i++) {
      JsonPart function = functions.get(i);
      String at = "/agentActionGroup/functionSchema/functions/" + i;
      Tool tool = tool(piece, name + "/" + function.at("name").text(), function, at, lambda);
      JsonPart confirmation = function.at("requireConfirmation");
      boolean confirmed = confirmation.text().equals("ENABLED");
      add(agent, tool, confirmed, at(piece, confirmation, at + "/requireConfirmation"));
    }
    if (functions.isEmpty()) {
      Tool tool = tool(piece, name, group, "/agentActionGroup", lambda);
      add(agent, tool, false, tool.origin());
    }
  }

  private void add(String agent, Tool tool, boolean confirmed, Origin confirmation) {
    if (confirmed) {
      String gate = tool.id() + "/confirmation";
      gates.put(
          gate, Gate.of(gate, Gate.Strength.HOST, confirmation).withCertainty(Certainty.OBSERVED));
      tools.put(tool.id(), tool.withGate(Said.of(new Ref(gate, confirmation), confirmation)));
    } else {
      tools.put(tool.id(), tool);
    }
    add(
        agent,
        tool.origin(),
        b ->
            b.tools(
                Refs.of(
                    Lists.immutable
                        .withAll(b.tools().all())
                        .newWith(new Ref(tool.id(), tool.origin())))));
  }

  private Tool tool(Piece piece, String id, JsonPart part, String at, JsonPart lambda) {
    Origin origin = at(piece, part, at);
    String function = lambda.text().replaceFirst("(:function:[^:]+):.*", "$1");
    return Tool.of(id, origin)
        .with(
            b -> {
              b.certainty(Certainty.OBSERVED);
              if (!part.at("name").text().isEmpty()) {
                b.name(Said.of(part.at("name").text(), origin));
              }
              if (!function.isEmpty()) {
                Origin there = at(piece, lambda, "/agentActionGroup/actionGroupExecutor/lambda");
                b.on(ref(function, there));
                Ref role = roles.get(function);
                if (role != null) {
                  b.uses(Said.of(role, role.origin()));
                }
              }
            });
  }

  void knowledgeBase(Piece piece) {
    JsonPart base = piece.value().at("knowledgeBase");
    String arn = base.at("knowledgeBaseArn").text();
    Origin origin = at(piece, base, "/knowledgeBase");
    knowledgeBases.put(base.at("knowledgeBaseId").text(), new Ref(arn, origin));
    assets.add(arn, origin, b -> b.name(Said.of(base.at("name").text(), origin)));
  }

  /** What a knowledge base was filled from is what it holds. */
  void dataSource(Piece piece) {
    JsonPart source = piece.value().at("dataSource");
    JsonPart bucket = source.at("dataSourceConfiguration").at("s3Configuration").at("bucketArn");
    String at = "/dataSource/dataSourceConfiguration/s3Configuration/bucketArn";
    if (bucket.isText()) {
      later.add(
          () -> {
            Ref base =
                knowledgeBases.getOrDefault(
                    source.at("knowledgeBaseId").text(),
                    new Ref(source.at("knowledgeBaseId").text(), at(piece, source, "/dataSource")));
            Ref from = new Ref(bucket.text(), at(piece, bucket, at));
            assets.add(
                base.id(),
                base.origin(),
                b ->
                    b.derivedFrom(
                        Lists.immutable
                            .withAll(b.derivedFrom())
                            .newWith(new Asset.Derived(from, false))));
          });
    }
  }

  /** Of {@code list-agent-knowledge-bases}; the agent is told by the path. */
  void knows(Piece piece) {
    if (!piece.value().at("knowledgeBaseState").text().equals("DISABLED")) {
      later.add(() -> arn(piece, "").ifPresent(agent -> knows(piece, agent)));
    }
  }

  private void knows(Piece piece, String agent) {
    Origin origin = at(piece, piece.value(), "");
    String id = piece.value().at("knowledgeBaseId").text();
    Ref base = new Ref(knowledgeBases.getOrDefault(id, new Ref(id, origin)).id(), origin);
    add(
        agent,
        origin,
        b ->
            b.knowledge(
                Lists.immutable
                    .withAll(b.knowledge())
                    .newWith(new Agent.Knowledge(base, Said.nothing(), Said.nothing(), origin))));
  }

  /** Of {@code list-agent-collaborators}: the supervisor asks it with its own token. */
  void collaborator(Piece piece) {
    Origin origin = at(piece, piece.value(), "");
    String alias = piece.value().at("agentDescriptor").at("aliasArn").text();
    String called = alias.replaceFirst(":agent-alias/([^/]+)/.*", ":agent/$1");
    later.add(
        () ->
            arn(piece, piece.value().at("agentId").text())
                .ifPresent(
                    agent ->
                        add(
                            agent,
                            origin,
                            b ->
                                b.calls(
                                    Lists.immutable
                                        .withAll(b.calls())
                                        .newWith(
                                            new Agent.Call(
                                                new Ref(called, origin),
                                                Said.of(Agent.Token.OWN, origin),
                                                false,
                                                Said.nothing(),
                                                origin))))));
  }

  Facts facts() {
    later.forEach(Runnable::run);
    return Facts.NONE.with(
        b ->
            b.agents(Lists.immutable.ofAll(agents.values()))
                .tools(Lists.immutable.ofAll(tools.values()))
                .gates(Lists.immutable.ofAll(gates.values())));
  }
}
