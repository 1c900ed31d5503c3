package dev.ambit.connect.result;

import static dev.ambit.connect.result.Fields.list;
import static dev.ambit.connect.result.Fields.number;
import static dev.ambit.connect.result.Fields.text;
import static dev.ambit.connect.result.Fields.textOrEmpty;
import static dev.ambit.connect.result.Fields.truth;
import static dev.ambit.connect.result.Fields.word;
import static dev.ambit.connect.result.Fields.words;

import dev.ambit.connect.Cursor;
import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.Certainty;
import dev.ambit.model.Levels;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.factory.Lists;

/** Who can do what, as it stands in a stored result. */
record StoredStatement(Levels levels) {
  AccessStatement read(Cursor statement) {
    return new AccessStatement(
        list(statement, "agents", StoredStatement::agent),
        list(statement, "assets", this::asset),
        number(statement, "assetsTotal"),
        words(statement, "people"));
  }

  private static AgentAccess agent(Cursor agent) {
    return new AgentAccess(
        text(agent, "agent"),
        textOrEmpty(agent, "purpose"),
        truth(agent, "unattended"),
        words(agent, "actsAs"),
        list(agent, "can", StoredStatement::deed),
        number(agent, "canTotal"),
        list(agent, "publishesTo", StoredStatement::outlet),
        truth(agent, "answersAskers"),
        words(agent, "askers"),
        Fields.heads(agent, "asking", Fields.atLeast(agent)),
        list(agent, "fedBy", StoredStatement::feeder),
        list(
            agent,
            "approvals",
            approval ->
                new AgentAccess.Approval(
                    StoredFinding.gate(approval), words(approval, "approvers"))));
  }

  private static AgentAccess.Deed deed(Cursor deed) {
    return new AgentAccess.Deed(
        word(deed, "verb", Verb.values(), Verb::word),
        text(deed, "on"),
        number(deed, "things"),
        textOrEmpty(deed, "level"),
        text(deed, "via"),
        textOrEmpty(deed, "as"),
        StoredFinding.gates(deed),
        word(deed, "certainty", Certainty.values(), Certainty::word),
        Fields.origin(deed));
  }

  private static AgentAccess.Outlet outlet(Cursor outlet) {
    return new AgentAccess.Outlet(
        text(outlet, "channel"),
        Fields.heads(outlet, "audience", Fields.atLeast(outlet)),
        words(outlet, "readers"),
        StoredFinding.gates(outlet));
  }

  private static AgentAccess.Feeder feeder(Cursor feeder) {
    return new AgentAccess.Feeder(
        text(feeder, "who"),
        textOrEmpty(feeder, "through"),
        truth(feeder, "outsider"),
        Fields.origin(feeder));
  }

  private AssetAccess asset(Cursor asset) {
    return new AssetAccess(
        text(asset, "asset"),
        asset.child("level").map(this::rank).orElse(-1),
        textOrEmpty(asset, "owner"),
        asset.child("in").isPresent() ? words(asset, "in") : Lists.immutable.empty(),
        words(asset, "readBy"),
        number(asset, "readByTotal"),
        words(asset, "changedBy"),
        number(asset, "changedByTotal"),
        Fields.origin(asset));
  }

  private int rank(Cursor level) {
    String name = level.text().orElseThrow(() -> level.expected(Cursor.Kind.TEXT));
    return levels.rank(name).orElseThrow(() -> Fields.unknown(level, name, levels.names()));
  }
}
