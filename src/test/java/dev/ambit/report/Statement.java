package dev.ambit.report;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentAccess.Approval;
import dev.ambit.model.AgentAccess.Deed;
import dev.ambit.model.AgentAccess.Feeder;
import dev.ambit.model.AgentAccess.Outlet;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.Certainty;
import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Origin;
import dev.ambit.model.Verb;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/** Who can do what, beside {@link Results}. */
final class Statement {
  private static final Origin TOOL = new Origin("agents.yaml", 20, "/tools/1");
  private static final GateUse ASK_FIRST =
      new GateUse(
          "ask-first",
          Gate.Strength.PROMPT,
          1,
          "words to the model do not stop a call",
          new Origin("agents.yaml", 16, "/gates/0"));
  private static final GateUse REVIEW =
      new GateUse(
          "review",
          Gate.Strength.HOST,
          3,
          "the client stops the call",
          new Origin("agents.yaml", 17, "/gates/1"));

  /** The forum helper reaches little; the triage agent more than a picture holds. */
  static final AccessStatement OF_THE_INCIDENT =
      new AccessStatement(
          Lists.immutable.of(
              agent("forum-helper", deeds("forum-archive"), 2, ASK_FIRST),
              agent(
                  "support-triage",
                  IntInterval.oneTo(12).collect(at -> "table-" + at).flatCollect(Statement::deeds),
                  50,
                  REVIEW)),
          Lists.immutable.of(
              asset("ticket-export", -1, ""),
              asset("user-data-store", 3, "asker"),
              asset("forum-archive", 1, "")),
          3,
          Lists.immutable.of("asker"));

  private Statement() {}

  /** Of one agent of that name, which is also the name of everything else. */
  static AccessStatement of(String name) {
    return new AccessStatement(
        Lists.immutable.of(
            new AgentAccess(
                name,
                name,
                true,
                Lists.immutable.of(name),
                Lists.immutable.of(
                    new Deed(
                        Verb.READ,
                        name,
                        2,
                        "",
                        name,
                        name,
                        Lists.immutable.empty(),
                        Certainty.ASSUMED,
                        Origin.ofFile(name))),
                1,
                Lists.immutable.of(
                    new Outlet(
                        name, Heads.of(3), Lists.immutable.of(name), Lists.immutable.empty())),
                true,
                Lists.immutable.of(name),
                Heads.of(3),
                Lists.immutable.of(new Feeder(name, name, true, Origin.ofFile(name))),
                Lists.immutable.of(
                    new Approval(
                        new GateUse(name, Gate.Strength.PROMPT, 1, name, Origin.ofFile(name)),
                        Lists.immutable.of(name))))),
        Lists.immutable.of(asset(name, -1, name)),
        1,
        Lists.immutable.of(name));
  }

  private static AgentAccess agent(
      String id, ImmutableList<Deed> deeds, int total, GateUse before) {
    return new AgentAccess(
        id,
        "answer questions of engineers",
        false,
        Lists.immutable.of(id + "-role"),
        deeds,
        total,
        Lists.immutable.of(
            new Outlet(
                "eng-forum",
                Heads.of(4200),
                Lists.immutable.of("all-engineers"),
                Lists.immutable.of(before))),
        true,
        Lists.immutable.of("all-engineers"),
        Heads.of(4200),
        Lists.immutable.of(
            new Feeder("vendor", "vendor-wiki", true, TOOL),
            new Feeder("all-engineers", "", false, TOOL)),
        Lists.immutable.of(new Approval(before, Lists.immutable.of("forum-lead"))));
  }

  private static ImmutableList<Deed> deeds(String thing) {
    return Lists.immutable.of(Verb.READ, Verb.DELETE).collect(verb -> deed(verb, thing));
  }

  private static Deed deed(Verb verb, String thing) {
    return new Deed(
        verb,
        thing,
        1,
        "internal",
        "search-" + thing,
        "reader",
        Lists.immutable.of(REVIEW),
        Certainty.DECLARED,
        TOOL);
  }

  private static AssetAccess asset(String id, int rank, String owner) {
    return new AssetAccess(
        id,
        rank,
        owner,
        Lists.immutable.empty(),
        Lists.immutable.of("forum-helper"),
        12,
        Lists.immutable.empty(),
        0,
        new Origin("agents.yaml", 9, "/assets/0"));
  }
}
