package dev.ambit.verdict;

import dev.ambit.model.Finding;
import dev.ambit.model.Readiness.Stage;
import dev.ambit.model.Severity;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a stage asks of an agent: that no open finding of some rules is that severe. The worst case
 * counts, so that what is not known never reads as safe.
 *
 * @param rules ids, or families that end in {@code /}; empty: every rule
 */
record ReadinessCriterion(Stage stage, String asks, Severity least, ImmutableList<String> rules) {

  /**
   * The ladder. A scope that lets an agent act unasked is judged from "internal low-risk" on; for
   * drafts it is enough that somebody answers for it and nothing worse than that can happen. Which
   * rule belongs to which stage is our choice: the control that the stage cannot do without.
   */
  static final ImmutableList<ReadinessCriterion> ALL =
      Lists.immutable.of(
          of(Stage.DRAFT_ONLY, "nothing about it is critical", Severity.CRITICAL),
          of(Stage.DRAFT_ONLY, "somebody answers for it", "oversight/owner-missing"),
          of(
              Stage.DRAFT_ONLY,
              "it cannot change what limits it",
              "escalation/edits-own-guardrails"),
          of(Stage.INTERNAL_LOW_RISK, "nothing about it is high", Severity.HIGH),
          of(
              Stage.INTERNAL_LOW_RISK,
              "it deletes, sends and pays nothing before somebody agreed",
              "oversight/destructive-ungated"),
          of(
              Stage.INTERNAL_LOW_RISK,
              "its answers go no further than to those who asked, or somebody agrees first",
              "action/posts-wider-than-requester"),
          of(
              Stage.INTERNAL_LOW_RISK,
              "what it did can be found out afterwards",
              "oversight/audit-trail-missing"),
          of(
              Stage.INTERNAL_LOW_RISK,
              "more than one person can stop it",
              "oversight/no-remote-stop"),
          of(
              Stage.INTERNAL_LOW_RISK,
              "no secret of it stands in a file",
              "credential/secret-in-config"),
          of(
              Stage.INTERNAL,
              "what it says and does opens no data to those who may not have it",
              Severity.MEDIUM,
              "action/",
              "advice/",
              "deputy/",
              "data/"),
          of(
              Stage.INTERNAL,
              "its approvals bind, and those who give them are fit to",
              "oversight/gate-only-in-prompt",
              "oversight/gate-bypassable",
              "oversight/approver-unfit"),
          of(Stage.INTERNAL, "it cannot give itself more", "escalation/"),
          of(
              Stage.INTERNAL,
              "its rights and credentials are its own, in use, and no more than it needs",
              Severity.MEDIUM,
              "scope/",
              "credential/"),
          of(Stage.INTERNAL, "it was tried on data like that before", "oversight/pilot-skipped"),
          of(
              Stage.CUSTOMER_FACING,
              "nobody outside can steer it to data or power",
              "action/three-legs-in-one-session",
              "advice/from-lower-trust-sources",
              "deputy/open-invocation",
              "deputy/weaker-agent-drives-stronger"),
          of(
              Stage.CUSTOMER_FACING,
              "who asks gets nothing that belongs to others",
              "action/cross-tenant-service",
              "advice/answers-beyond-reader-clearance",
              "deputy/invoker-below-agent",
              "data/mixed-audience-memory"),
          of(
              Stage.CUSTOMER_FACING,
              "readers see that a machine speaks",
              "advice/without-clear-identity"),
          of(
              Stage.CUSTOMER_FACING,
              "all data in its reach has a level that is enforced",
              "data/unclassified-in-reach",
              "data/label-not-enforced"),
          of(Stage.CUSTOMER_FACING, "nothing about it is above info", Severity.LOW));

  private static ReadinessCriterion of(Stage stage, String asks, String... rules) {
    return of(stage, asks, Severity.LOW, rules);
  }

  private static ReadinessCriterion of(Stage stage, String asks, Severity least, String... rules) {
    return new ReadinessCriterion(stage, asks, least, Lists.immutable.of(rules));
  }

  boolean isMissedBy(Finding finding) {
    return finding.severity().atLeast(least)
        && (rules.isEmpty()
            || rules.anySatisfy(
                rule ->
                    rule.endsWith("/")
                        ? finding.rule().startsWith(rule)
                        : finding.rule().equals(rule)));
  }
}
