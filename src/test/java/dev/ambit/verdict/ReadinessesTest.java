package dev.ambit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Readiness;
import dev.ambit.model.Readiness.Criterion;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import dev.ambit.report.Golden;
import dev.ambit.report.ReadinessTold;
import dev.ambit.report.Results;
import dev.ambit.report.html.HtmlReport;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessesTest {
  private static final Origin PLACE = new Origin("agents.yaml", 3, "/agents/0");

  /** One open finding, and the highest stage that it leaves. */
  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "action/exposes-classified-data,       critical, no stage",
    "action/exposes-classified-data,       high,     draft only",
    "action/exposes-classified-data,       medium,   internal low-risk",
    "action/exposes-classified-data,       low,      internal",
    "action/exposes-classified-data,       info,     customer-facing",
    "oversight/owner-missing,              medium,   no stage",
    "escalation/edits-own-guardrails,      low,      no stage",
    "oversight/destructive-ungated,        low,      draft only",
    "action/posts-wider-than-requester,    low,      draft only",
    "oversight/audit-trail-missing,        medium,   draft only",
    "oversight/no-remote-stop,             medium,   draft only",
    "credential/secret-in-config,          low,      draft only",
    "escalation/taints-release-path,       low,      internal low-risk",
    "oversight/gate-only-in-prompt,        low,      internal low-risk",
    "credential/long-lived-or-dormant,     medium,   internal low-risk",
    "credential/long-lived-or-dormant,     low,      internal",
    "deputy/open-invocation,               low,      internal",
  })
  void oneFindingLeavesAStage(String rule, String severity, String stage) {
    Readiness readiness = judged(with(finding(rule, Severity.named(severity).orElseThrow())));
    assertThat(readiness.fitFor().word()).isEqualTo(stage);
    assertThat(readiness.inTheWay()).allMatch(each -> !each.met());
    assertThat(readiness.inTheWay().isEmpty()).isEqualTo(stage.equals("customer-facing"));
  }

  @Test
  void theWorstCaseOfARangeCounts() {
    Finding range = finding("action/exposes-classified-data", Severity.CRITICAL);
    Readiness readiness = judged(with(range.withSeverityBest(Severity.NONE)));
    assertThat(readiness.fitFor()).isEqualTo(Readiness.Stage.NONE);
    assertThat(readiness.missed().collect(Criterion::asks))
        .contains("no fact is missing that decides something about it");
  }

  @Test
  void whatWasNotReadOrIsNotKnownReadsAsSafeNowhere() {
    AnalysisResult clean = Results.clean();
    Note broken = new Note(Note.Kind.ERROR, "'effects' holds 'reed'", PLACE);
    Gap gap = new Gap("forum-helper", "stop", Severity.LOW, "agents[].stop", PLACE);
    assertThat(judged(clean).fitFor()).isEqualTo(Readiness.Stage.CUSTOMER_FACING);
    assertThat(judged(clean.withNotes(Lists.immutable.of(broken))).fitFor())
        .isEqualTo(Readiness.Stage.NONE);
    assertThat(judged(clean.withGaps(Lists.immutable.of(gap))).fitFor())
        .isEqualTo(Readiness.Stage.INTERNAL);
  }

  @Test
  void anAgentIsHeldBackByWhatDrivesItToo() {
    Finding other =
        finding("deputy/weaker-agent-drives-stronger", Severity.HIGH)
            .with(it -> it.subject("weak").object("forum-helper"));
    assertThat(judged(with(other)).fitFor()).isEqualTo(Readiness.Stage.DRAFT_ONLY);
  }

  @Test
  void aWaivedFindingHoldsNothingBackAndIsNamed() {
    Finding finding = finding("action/exposes-classified-data", Severity.CRITICAL);
    Waiver waiver = new Waiver("the channel closes", "J. Ortiz", LocalDate.of(2026, 12, 31), PLACE);
    Readiness readiness =
        judged(Results.clean().withWaived(Lists.immutable.of(new Waived(finding, waiver))));
    assertThat(readiness.fitFor()).isEqualTo(Readiness.Stage.CUSTOMER_FACING);
    assertThat(readiness.criteria().collect(Criterion::says))
        .contains("no open finding says otherwise; waived: " + finding.id());
  }

  @Test
  void aRetiredAgentIsNotJudged() {
    ImmutableList<AgentSummary> retired =
        Results.clean().agents().collect(agent -> agent.withStage("retired"));
    assertThat(judged(Results.clean().withAgents(retired))).isEqualTo(Readiness.NOT_JUDGED);
  }

  @Test
  void everyRuleSpeaksAgainstSomeStage() {
    assertThat(RuleBook.shipped().rules().collect(Rule::id))
        .allSatisfy(
            rule ->
                assertThat(judged(with(finding(rule, Severity.MEDIUM))).fitFor())
                    .isNotEqualTo(Readiness.Stage.CUSTOMER_FACING));
  }

  @Test
  void everyRuleThatACriterionNamesExists() {
    ImmutableList<String> rules = RuleBook.shipped().rules().collect(Rule::id);
    assertThat(ReadinessCriterion.ALL.flatCollect(ReadinessCriterion::rules))
        .allSatisfy(
            named -> assertThat(rules).anyMatch(rule -> rule.equals(named) || family(rule, named)));
  }

  @Test
  void aSentenceNamesTheNextStageAndThePageNamesEveryCriterionMissed() {
    AnalysisResult result = with(finding("oversight/audit-trail-missing", Severity.HIGH));
    AnalysisResult ready = result.withAgents(Readinesses.of(result));
    Readiness readiness = ready.agents().getFirst().readiness();
    assertThat(ReadinessTold.line(readiness))
        .isEqualTo(
            "draft only; “internal low-risk” asks that nothing about it is high, and that what it"
                + " did can be found out afterwards");
    String page = Golden.written(new HtmlReport(), ready);
    assertThat(page).contains("<dt>Fit for</dt><dd>draft only</dd>");
    assertThat(readiness.missed())
        .hasSize(3)
        .allSatisfy(
            each ->
                assertThat(page)
                    .contains("<dt>" + each.stage().word() + "</dt>", "<dd>" + each.asks()));
  }

  private static boolean family(String rule, String named) {
    return named.endsWith("/") && rule.startsWith(named);
  }

  private static Readiness judged(AnalysisResult result) {
    return Readinesses.of(result).getFirst().readiness();
  }

  private static AnalysisResult with(Finding finding) {
    return Results.clean().withFindings(Lists.immutable.of(finding));
  }

  private static Finding finding(String rule, Severity severity) {
    return Results.advice().with(it -> it.rule(rule).severity(severity).severityBest(severity));
  }
}
