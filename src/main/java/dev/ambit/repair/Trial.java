package dev.ambit.repair;

import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The second scan of one plan. Each rule is asked at most once, and only when its answer counts.
 */
final class Trial {
  private final SecondScan.Answers answers;
  private final ImmutableList<String> rules;
  private final ImmutableMap<String, Finding> before;
  private final Map<String, Optional<ImmutableList<Finding>>> asked = new HashMap<>();

  Trial(
      SecondScan.Answers answers,
      ImmutableList<String> rules,
      ImmutableMap<String, Finding> before) {
    this.answers = answers;
    this.rules = rules;
    this.before = before;
  }

  /**
   * What keeps the plan from closing {@code target}: the finding itself if it is still there, else
   * one that is new or worse, at or above low; empty if nothing does.
   */
  Optional<Finding> obstacle(Finding target) {
    Optional<Finding> still = still(target);
    return still.isPresent() ? still : harm();
  }

  /** The finding as it still is; empty if it is gone. */
  Optional<Finding> still(Finding target) {
    return of(target.rule()).detectOptional(each -> each.id().equals(target.id()));
  }

  /** Whether every rule could be asked. */
  boolean isJudged() {
    return rules.allSatisfy(rule -> answer(rule).isPresent());
  }

  /** Who can do what after the plan. */
  SecondScan.Standing standing() {
    return answers.standing();
  }

  /** How many of these findings are at or above low and gone. */
  int closed(ImmutableMap<String, Finding> open) {
    return open.count(
        finding ->
            finding.severity().atLeast(Severity.LOW)
                && of(finding.rule()).noneSatisfy(each -> each.id().equals(finding.id())));
  }

  /** A finding that is new or worse, at or above low. */
  Optional<Finding> harm() {
    return rules.asLazy().flatCollect(this::of).detectOptional(this::isHarm);
  }

  private boolean isHarm(Finding after) {
    Finding known = before.get(after.id());
    return after.severity().atLeast(Severity.LOW)
        && (known == null || after.severity().compareTo(known.severity()) > 0);
  }

  private ImmutableList<Finding> of(String rule) {
    return answer(rule).orElse(Lists.immutable.empty());
  }

  private Optional<ImmutableList<Finding>> answer(String rule) {
    return asked.computeIfAbsent(rule, answers::by);
  }
}
