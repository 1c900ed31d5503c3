package dev.ambit.report;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Audience;
import dev.ambit.model.Certainty;
import dev.ambit.model.Change;
import dev.ambit.model.Counts;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Framework;
import dev.ambit.model.Gap;
import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.History;
import dev.ambit.model.Hop;
import dev.ambit.model.InputFile;
import dev.ambit.model.Levels;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Readiness;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Results made by hand, for tests of outputs. */
public final class Results {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private Results() {}

  /** Nothing is wrong in it. */
  public static AnalysisResult clean() {
    return new AnalysisResult(
        "0.1.0",
        "sha256:6d1f",
        DAY,
        "acme",
        Severity.HIGH,
        Levels.DEFAULT,
        Lists.immutable.of(new InputFile("agents.yaml", "a1b2", "inventory", 31)),
        verdict(Verdict.Status.PASSED, "no finding at or above high"),
        true,
        Lists.immutable.empty(),
        new Counts(1, 4, 2, 1, 1, 3),
        new FindingCounts(0, 0, 0, 0, 0, 0),
        Lists.immutable.of(agent("forum-helper", "asker", Severity.NONE, 1)),
        Lists.immutable.empty(),
        0,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        AccessStatement.NOT_ASKED,
        History.NONE);
  }

  /** The example of contract/result.md. */
  public static AnalysisResult exampleOfTheContract() {
    Origin tool = new Origin("agents.yaml", 20, "/tools/1");
    Finding finding =
        advice()
            .withFix(
                Lists.immutable.of(
                    new FixSet(
                        Lists.immutable.of(
                            new Change(Change.Op.REMOVE, "agents.yaml", "/tools/1/on/0", "")),
                        "Let forum-reply answer the requester only.",
                        1,
                        2,
                        Lists.immutable.empty())))
            .withEvidence(Lists.immutable.of(tool));
    return clean()
        .with(
            result ->
                result
                    .rulesDigest("sha256:…")
                    .inputs(Lists.immutable.of(new InputFile("agents.yaml", "…", "inventory", 31)))
                    .verdict(verdict(Verdict.Status.FAILED, "2 new findings at or above high"))
                    .findingCounts(new FindingCounts(1, 1, 0, 0, 0, 0))
                    .agents(
                        Lists.immutable.of(agent("forum-helper", "asker", Severity.CRITICAL, 0)))
                    .findings(Lists.immutable.of(finding)));
  }

  /** An organisation after the incident: five findings, two gaps, one file half read. */
  public static AnalysisResult incident() {
    ImmutableList<Finding> findings =
        Lists.immutable.of(advice(), unclassified(), exposure(), promptOnly(), noOwner());
    return exampleOfTheContract()
        .with(
            result ->
                result
                    .rulesDigest(
                        "sha256:6d1f0a5c0e6f1f7c9a8f2c31d5b7e0aa41c0c7f0a2f4f6be1d7a3b1c9e8d7f60")
                    .inputs(
                        Lists.immutable.of(
                            input("agents.yaml", "inventory", 31),
                            input("aws/account.json", "aws-iam", 212),
                            input("support/.mcp.json", "mcp", 9)))
                    .verdict(
                        new Verdict(
                            Verdict.Status.FAILED,
                            Lists.immutable.of(
                                "2 new findings at or above high",
                                "1 file could not be read in full",
                                "1 finding is at or above high only if what is not known is at its"
                                    + " worst"),
                            true,
                            false))
                    .coverageComplete(false)
                    .gaps(
                        Lists.immutable.of(
                            new Gap(
                                "ticket-export",
                                "level",
                                Severity.CRITICAL,
                                "assets[].level",
                                new Origin("aws/account.json", 118, "/RoleDetailList/2")),
                            new Gap(
                                "vendor-wiki",
                                "readers",
                                Severity.MEDIUM,
                                "channels[].readers",
                                new Origin("agents.yaml", 14, "/channels/1"))))
                    .counts(new Counts(2, 9, 6, 2, 14, 12))
                    .findingCounts(FindingCounts.of(findings, 0))
                    .agents(
                        Lists.immutable.of(
                            agent("forum-helper", "asker", Severity.CRITICAL, 0),
                            new AgentSummary(
                                "support-triage",
                                "Support triage",
                                "",
                                "pilot",
                                Lists.immutable.of(3, 2, 1, 0),
                                1,
                                2,
                                Heads.atLeast(4200),
                                Severity.CRITICAL,
                                new Origin("agents.yaml", 41, "/agents/1"),
                                Readiness.NOT_JUDGED)))
                    .findings(findings)
                    .notes(
                        Lists.immutable.of(
                            new Note(
                                Note.Kind.ERROR,
                                "'effects' holds 'reed'. Did you mean 'read'?",
                                new Origin("agents.yaml", 33, "/tools/4/effects/0")),
                            new Note(
                                Note.Kind.UNCLAIMED,
                                "no connector reads this file",
                                Origin.ofFile("README.txt"))))
                    .rules(findings.collect(Results::rule))
                    .statement(Statement.OF_THE_INCIDENT));
  }

  /** The incident with names that try to break out of every output. */
  public static AnalysisResult hostile() {
    String name = HOSTILE;
    Finding finding =
        advice()
            .with(
                it ->
                    it.subject(name)
                        .object(name)
                        .message(name + " can post to " + name)
                        .gates(
                            Lists.immutable.of(
                                new GateUse(
                                    name, Gate.Strength.PROMPT, 1, name, Origin.ofFile("a.yaml"))))
                        .audience(
                            new Audience(
                                Heads.of(2),
                                Heads.of(3),
                                Lists.immutable.of(name),
                                Lists.immutable.of(name)))
                        .paths(
                            Lists.immutable.of(
                                new ExposurePath(
                                    Lists.immutable.of(
                                        new Hop(
                                            name,
                                            Hop.Kind.PUBLISHES,
                                            "=cmd",
                                            name,
                                            new Origin(name, 1, "/" + name),
                                            Certainty.ASSUMED)),
                                    Severity.CRITICAL))));
    return incident()
        .with(
            it ->
                it.organisation(name)
                    .findings(Lists.immutable.of(finding))
                    .findingCounts(new FindingCounts(1, 0, 0, 0, 0, 0))
                    .gaps(
                        Lists.immutable.of(
                            new Gap(name, name, Severity.HIGH, name, Origin.ofFile("a.yaml"))))
                    .notes(Lists.immutable.of(new Note(Note.Kind.NOTE, name, Origin.ofFile(name))))
                    .inputs(Lists.immutable.of(new InputFile(name, "00", "inventory", 1)))
                    .statement(Statement.of(name))
                    .agents(Lists.immutable.of(agent(name, name, Severity.CRITICAL, 0))));
  }

  /** Markup, a formula, a terminal escape, a bidirectional override, a line break, a table cell. */
  public static final String HOSTILE =
      "=cmd|'/c'!A1\"'><script>alert(1)</script>]]>\u001b[31m\u202e@all\n| `x` |\u0000\u009b";

  public static Finding advice() {
    return new Finding(
        "advice/reaches-access-changers",
        "Agent's advice reaches people who alone can open classified data",
        "forum-helper",
        "user-data-store",
        Severity.CRITICAL,
        Severity.CRITICAL,
        Certainty.DECLARED,
        Finding.Status.NEW,
        "forum-helper can post to eng-forum, read by 4,200 people; 12 of them (infra-oncall) can"
            + " alone open user-data-store (restricted) to people who are not cleared for it.",
        "Whoever follows wrong or planted advice opens the data, though the agent has no right on"
            + " it.",
        "Let a second person confirm the change of access, or let the agent answer in a closed"
            + " channel.",
        new Audience(
            Heads.of(4188),
            Heads.of(4200),
            Lists.immutable.of("all-engineers"),
            Lists.immutable.empty()),
        Lists.immutable.of(
            new GateUse(
                "ask-first",
                Gate.Strength.PROMPT,
                1,
                "words to the model do not stop a call",
                new Origin("agents.yaml", 17, "/gates/0"))),
        Lists.immutable.of(
            new ExposurePath(
                Lists.immutable.of(
                    hop(
                        "forum-helper",
                        Hop.Kind.PUBLISHES,
                        "eng-forum",
                        "its tool forum-reply publishes there; the gate ask-first does not bind",
                        new Origin("agents.yaml", 20, "/tools/1")),
                    hop(
                        "eng-forum",
                        Hop.Kind.READ_BY,
                        "infra-oncall",
                        "infra-oncall belongs to all-engineers, who read eng-forum",
                        new Origin("agents.yaml", 13, "/channels/0/readers/0")),
                    hop(
                        "infra-oncall",
                        Hop.Kind.CAN_SHARE,
                        "user-data-store",
                        "a grant lets infra-oncall share user-data-store; no gate stands before it",
                        new Origin("agents.yaml", 15, "/grants/0")),
                    hop(
                        "user-data-store",
                        Hop.Kind.ADMITS,
                        "all-engineers",
                        "4,188 of all-engineers are cleared for internal, and user-data-store is"
                            + " restricted",
                        new Origin("agents.yaml", 5, "/principals/0/clearance"))),
                Severity.CRITICAL)),
        1,
        Lists.immutable.empty(),
        Lists.immutable.of(
            new Framework(
                "ASI09", "OWASP Agentic Applications 2026", "Human-Agent Trust Exploitation")),
        Lists.immutable.of(new Origin("agents.yaml", 20, "/tools/1")));
  }

  public static Finding exposure() {
    Origin role = new Origin("aws/account.json", 118, "/RoleDetailList/2/RolePolicyList/0");
    return advice()
        .with(
            it ->
                it.rule("action/exposes-classified-data")
                    .title("Agent can carry classified data to people who are not cleared for it")
                    .subject("support-triage")
                    .object("customer-records")
                    .severity(Severity.HIGH)
                    .severityBest(Severity.HIGH)
                    .certainty(Certainty.ASSUMED)
                    .message(
                        "support-triage could read customer-records (confidential) and post to"
                            + " eng-forum, read by 4,200 people; 4,188 of them are not cleared.")
                    .why("What an agent can read and then post, it can also post by mistake.")
                    .fixAdvice("Narrow what the role reads, or where the agent posts.")
                    .gates(
                        Lists.immutable.of(
                            new GateUse(
                                "post-review",
                                Gate.Strength.HOST,
                                3,
                                "the host stops the call until triage-leads approve",
                                new Origin("agents.yaml", 18, "/gates/1"))))
                    .paths(
                        Lists.immutable.of(
                            new ExposurePath(
                                Lists.immutable.of(
                                    hop(
                                        "support-triage",
                                        Hop.Kind.ACTS_AS,
                                        "arn:aws:iam::111122223333:role/support-triage",
                                        "its identity says so",
                                        new Origin("agents.yaml", 44, "/agents/1/identity/as/0")),
                                    new Hop(
                                        "arn:aws:iam::111122223333:role/support-triage",
                                        Hop.Kind.READS,
                                        "customer-records",
                                        "its policy read-tickets allows s3:GetObject there; no"
                                            + " service control policies were exported",
                                        role,
                                        Certainty.ASSUMED),
                                    hop(
                                        "support-triage",
                                        Hop.Kind.PUBLISHES,
                                        "eng-forum",
                                        "its tool post publishes there behind the gate post-review",
                                        new Origin("agents.yaml", 30, "/tools/3")),
                                    hop(
                                        "eng-forum",
                                        Hop.Kind.READ_BY,
                                        "all-engineers",
                                        "all-engineers read eng-forum",
                                        new Origin("agents.yaml", 13, "/channels/0/readers/0"))),
                                Severity.HIGH)))
                    .pathsTotal(3)
                    .fix(
                        Lists.immutable.of(
                            new FixSet(
                                Lists.immutable.of(
                                    new Change(
                                        Change.Op.REMOVE, "agents.yaml", "/tools/3/on/0", "")),
                                "Take eng-forum from the targets of the tool post.",
                                1,
                                2,
                                Lists.immutable.of(
                                    "support-triage can no longer post to eng-forum"))))
                    .frameworks(Lists.immutable.empty())
                    .evidence(Lists.immutable.of(role)));
  }

  private static Finding unclassified() {
    Origin place = new Origin("aws/account.json", 118, "/RoleDetailList/2/RolePolicyList/0");
    return exposure()
        .with(
            it ->
                it.rule("data/unclassified-in-reach")
                    .title("Data in reach has no classification")
                    .object("ticket-export")
                    .severity(Severity.CRITICAL)
                    .severityBest(Severity.MEDIUM)
                    .message(
                        "support-triage can read ticket-export, which has no level; what depends on"
                            + " it cannot be judged.")
                    .why("Without a level nobody can say who may see it.")
                    .fixAdvice("Give ticket-export a level.")
                    .audience(Audience.NOBODY)
                    .gates(Lists.immutable.empty())
                    .paths(
                        Lists.immutable.of(
                            new ExposurePath(
                                Lists.immutable.of(
                                    hop(
                                        "support-triage",
                                        Hop.Kind.READS,
                                        "ticket-export",
                                        "its policy read-tickets allows s3:GetObject there",
                                        place)),
                                Severity.CRITICAL)))
                    .pathsTotal(1)
                    .fix(Lists.immutable.empty())
                    .evidence(Lists.immutable.of(place)));
  }

  private static Finding promptOnly() {
    Origin gate = new Origin("agents.yaml", 17, "/gates/0");
    return advice()
        .with(
            it ->
                it.rule("oversight/gate-only-in-prompt")
                    .title("The only gate is words to the model")
                    .object("ask-first")
                    .severity(Severity.MEDIUM)
                    .severityBest(Severity.MEDIUM)
                    .message(
                        "Only words in the prompt (ask-first) stand before what forum-helper posts"
                            + " to eng-forum.")
                    .why("A model can leave out what a prompt asks for.")
                    .fixAdvice("Let the host ask for approval before the tool is called.")
                    .audience(Audience.NOBODY)
                    .paths(
                        Lists.immutable.of(
                            new ExposurePath(
                                Lists.immutable.of(
                                    hop(
                                        "forum-helper",
                                        Hop.Kind.PUBLISHES,
                                        "eng-forum",
                                        "its tool forum-reply publishes there; the gate ask-first"
                                            + " is a prompt",
                                        gate)),
                                Severity.INFO)))
                    .frameworks(Lists.immutable.empty())
                    .evidence(Lists.immutable.of(gate)));
  }

  private static Finding noOwner() {
    Origin agent = new Origin("agents.yaml", 41, "/agents/1");
    return promptOnly()
        .with(
            it ->
                it.rule("oversight/owner-missing")
                    .title("No accountable owner")
                    .subject("support-triage")
                    .object("support-triage")
                    .message("support-triage has no owner on record.")
                    .why("Nobody answers for what it does.")
                    .fixAdvice("Name an owner.")
                    .gates(Lists.immutable.empty())
                    .paths(Lists.immutable.empty())
                    .pathsTotal(0)
                    .evidence(Lists.immutable.of(agent)));
  }

  private static RuleSummary rule(Finding finding) {
    return new RuleSummary(
        finding.rule(),
        finding.title(),
        finding.rule().startsWith("oversight") ? "medium" : "by its paths",
        finding.why(),
        finding.fixAdvice(),
        1,
        finding.frameworks());
  }

  private static Hop hop(String from, Hop.Kind kind, String to, String because, Origin origin) {
    return new Hop(from, kind, to, because, origin, Certainty.DECLARED);
  }

  private static AgentSummary agent(String id, String owner, Severity worst, int internal) {
    return new AgentSummary(
        id,
        id,
        owner,
        "live",
        Lists.immutable.of(0, internal, 0, 0),
        0,
        1,
        Heads.of(4200),
        worst,
        new Origin("agents.yaml", 22, "/agents/0"),
        Readiness.NOT_JUDGED);
  }

  private static InputFile input(String path, String source, int facts) {
    return new InputFile(
        path, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", source, facts);
  }

  private static Verdict verdict(Verdict.Status status, String reason) {
    return new Verdict(status, Lists.immutable.of(reason), false, false);
  }
}
