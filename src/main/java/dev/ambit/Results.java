package dev.ambit;

import dev.ambit.model.AccessMap;
import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Compared;
import dev.ambit.model.Counts;
import dev.ambit.model.Decisions;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.GateUse;
import dev.ambit.model.History;
import dev.ambit.model.Levels;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.model.Waived;
import dev.ambit.rules.Judgement;
import dev.ambit.rules.RuleBook;
import dev.ambit.trace.Statements;
import dev.ambit.trace.Summaries;
import dev.ambit.trace.Tracer;
import dev.ambit.verdict.Baselines;
import dev.ambit.verdict.Judge;
import dev.ambit.verdict.Readinesses;
import dev.ambit.verdict.Waivers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;

/** Puts together what a report may know. */
final class Results {
  private Results() {}

  static AnalysisResult of(Traced traced, Judgement judgement, RuleBook rules, Options options) {
    AccessMap access = traced.access();
    Tracer worst = traced.worst();
    ImmutableList<Gap> missing = traced.gaps();
    Facts facts = access.facts();
    Decisions decisions = options.decisions();
    ImmutableList<Finding> all = Baselines.marked(judgement.findings(), decisions.baselines());
    ImmutableList<Compared> compared = Baselines.compared(all, decisions.baselines());
    Waivers.Excused decided = decided(all, decisions, access);
    ImmutableList<Finding> findings = decided.open();
    ImmutableList<Gap> gaps = weighed(missing, findings);
    ImmutableList<Note> notes =
        facts
            .notes()
            .newWithAll(judgement.notes())
            .newWithAll(rules.notes())
            .newWithAll(decisions.notes())
            .newWithAll(decided.notes())
            .newWithAll(Baselines.notes(compared))
            .toSortedList()
            .toImmutable();
    Verdict verdict =
        Judge.judge(
            findings,
            weighed(missing, findings.select(each -> each.status() == Finding.Status.NEW)),
            notes,
            facts.inputs(),
            facts.agents().size(),
            options.failOn(),
            options.strict());
    AnalysisResult result =
        new AnalysisResult(
            Analysis.VERSION,
            rules.rulesDigest(),
            access.at(),
            facts.settings().organisation().or(""),
            options.failOn(),
            facts.settings().levels(),
            facts.inputs(),
            Judge.besides(
                verdict,
                findings,
                decided.waived().collect(Waived::finding),
                options.failOn(),
                options.strict()),
            gaps.isEmpty() && notes.noneSatisfy(note -> note.kind() == Note.Kind.ERROR),
            gaps,
            counts(access, worst),
            AnalysisResult.FindingCounts.of(findings, decided.waived().size()),
            withWorst(Summaries.of(worst), all),
            findings,
            0,
            decided.waived(),
            notes,
            rules.summaries(findings),
            compared,
            options.inFull() ? Statements.of(worst) : AccessStatement.NOT_ASKED,
            History.NONE);
    AnalysisResult ready = result.withAgents(Readinesses.of(result));
    return options.inFull() ? PeopleNamed.in(ready, facts.principals()) : ready;
  }

  /** Levels are asked for only where a waiver could hang on them: there may be many. */
  private static Waivers.Excused decided(
      ImmutableList<Finding> all, Decisions decisions, AccessMap access) {
    Levels levels = access.facts().settings().levels();
    return decisions.waivers().isEmpty()
        ? Waivers.Excused.none(all)
        : Waivers.apply(decisions.waivers(), all, levels, new HighestLevel(access), access.at());
  }

  private static Counts counts(AccessMap access, Tracer worst) {
    Facts facts = access.facts();
    return new Counts(
        facts.agents().size(),
        facts.principals().size(),
        facts.assets().size(),
        facts.channels().size(),
        facts.grants().size() + access.statements(),
        worst.all().count(crossing -> crossing.kind().isPath()));
  }

  /** The worst open range that speaks of each node: as much as a gap about the node matters. */
  private static Map<String, Severity> weights(ImmutableList<Finding> findings) {
    Map<String, Severity> weights = new HashMap<>();
    for (Finding finding : findings.select(Finding::isRange)) {
      Stream<String> nodes =
          Stream.of(
                  Stream.of(finding.subject(), finding.object()),
                  finding.gates().stream().map(GateUse::id),
                  finding.paths().stream()
                      .flatMap(path -> path.hops().stream())
                      .flatMap(hop -> Stream.of(hop.from(), hop.to())))
              .flatMap(each -> each);
      nodes.forEach(node -> weights.merge(node, finding.severity(), Severity::max));
    }
    return weights;
  }

  /** Each gap with the weight that these findings give it. */
  private static ImmutableList<Gap> weighed(
      ImmutableList<Gap> gaps, ImmutableList<Finding> findings) {
    Map<String, Severity> weights = weights(findings);
    return gaps.collect(
        gap ->
            new Gap(
                gap.about(),
                gap.missing(),
                weights.getOrDefault(gap.about(), Severity.INFO).max(gap.matters()),
                gap.addTo(),
                gap.origin()));
  }

  private static ImmutableList<AgentSummary> withWorst(
      ImmutableList<AgentSummary> agents, ImmutableList<Finding> findings) {
    Map<String, Severity> worst = new HashMap<>();
    findings.forEach(each -> worst.merge(each.subject(), each.severity(), Severity::max));
    return agents.collect(agent -> agent.withWorst(worst.getOrDefault(agent.id(), Severity.NONE)));
  }
}
