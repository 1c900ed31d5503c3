package dev.ambit.repair;

import dev.ambit.model.Agent;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * An agent as an inventory writes it, as far as a second half has it: {@link SplitEdits} says what
 * that is, and a test reads it again.
 */
final class AgentJson {
  private final MutableList<String> members = Lists.mutable.empty();

  private AgentJson() {}

  static String of(Agent agent) {
    AgentJson json = new AgentJson();
    json.member("id", Drafts.json(agent.id()));
    json.said("owner", agent.owner(), AgentJson::name);
    json.said("deputy", agent.deputy(), AgentJson::name);
    json.said("purpose", agent.purpose(), Drafts::json);
    json.said("stage", agent.stage(), stage -> Drafts.json(stage.word()));
    json.said("runs", agent.unattended(), alone -> alone ? "\"unattended\"" : "\"attended\"");
    json.said("identity", agent.identity(), mode -> identity(mode, agent));
    json.refs("credentials", agent.credentials());
    json.refs("tools", agent.tools());
    json.refs("inputs", agent.inputs());
    json.refs("triggers", agent.triggers());
    json.refs("invokers", agent.invokers());
    json.said("authentication", agent.authenticated(), on -> on ? "\"required\"" : "\"none\"");
    json.refs("repliesTo", agent.repliesTo());
    json.said("labelled", agent.labelled(), String::valueOf);
    json.said("memory", agent.memory(), memory -> "{\"scope\": " + word(memory.scope()) + "}");
    json.refs("guardrails", agent.guardrails());
    json.said("audit", agent.audit(), AgentJson::audit);
    json.said("stop", agent.stop(), AgentJson::word);
    return json.text();
  }

  private static String identity(Agent.Mode mode, Agent agent) {
    AgentJson json = new AgentJson();
    json.member("mode", word(mode));
    json.refs("as", agent.actsAs());
    json.said("narrowed", agent.narrowed(), String::valueOf);
    return json.text();
  }

  private static String audit(Agent.Audit audit) {
    AgentJson json = new AgentJson();
    json.said("log", audit.log(), AgentJson::name);
    json.said("attributable", audit.attributable(), String::valueOf);
    json.said("retentionDays", audit.retentionDays(), String::valueOf);
    return audit.none() ? "false" : json.text();
  }

  private static String name(Ref ref) {
    return Drafts.json(ref.id());
  }

  private static String word(Enum<?> word) {
    return Drafts.json(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private <T> void said(String key, Said<T> said, Function<T, String> json) {
    said.value().ifPresent(value -> member(key, json.apply(value)));
  }

  private void refs(String key, Refs refs) {
    if (refs.said()) {
      member(key, refs.all().collect(AgentJson::name).makeString("[", ", ", "]"));
    }
  }

  private void member(String key, String json) {
    members.add("\"" + key + "\": " + json);
  }

  private String text() {
    return members.makeString("{", ", ", "}");
  }
}
