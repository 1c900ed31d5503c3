package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Finding;
import dev.ambit.model.Framework;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.Unjudged;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** One public list, and how each of its entries stands that a rule of ours speaks to. */
public record FrameworkPart(String list, ImmutableList<Entry> entries) {

  /**
   * An entry.
   *
   * @param state not met, not judged, partly, noted, or nothing found; nothing found is no proof
   */
  public record Entry(
      Framework framework, String state, String mark, ImmutableList<RuleSummary> rules) {
    /** "2 of 3 rules found something", "none of 3 rules found anything". */
    public String why() {
      int finding = rules.count(rule -> rule.findings() > 0);
      if (rules.size() == 1) {
        return "its one rule found " + (finding == 0 ? "nothing" : "something");
      }
      return (finding == 0 ? "none" : Counted.number(finding))
          + " of "
          + Counted.of(rules.size(), "rule")
          + (finding == 0 ? " found anything" : " found something");
    }
  }

  /** Sorted by list, then by id. */
  static ImmutableList<FrameworkPart> of(AnalysisResult result) {
    Comparator<Framework> order =
        Comparator.comparing(Framework::list)
            .thenComparing(Framework::id)
            .thenComparing(Framework::title);
    Map<Framework, MutableList<RuleSummary>> rules = new TreeMap<>(order);
    for (RuleSummary rule : result.rules()) {
      for (Framework framework : rule.frameworks()) {
        rules.computeIfAbsent(framework, key -> FastList.newList()).add(rule);
      }
    }
    ImmutableList<Entry> entries =
        FastList.newList(rules.entrySet())
            .collect(each -> entry(each.getKey(), each.getValue().toImmutable(), result))
            .toImmutable();
    return entries
        .collect(entry -> entry.framework().list())
        .distinct()
        .collect(
            list ->
                new FrameworkPart(
                    list, entries.select(entry -> entry.framework().list().equals(list))));
  }

  private static Entry entry(
      Framework framework, ImmutableList<RuleSummary> rules, AnalysisResult result) {
    ImmutableList<String> ids = rules.collect(RuleSummary::id);
    ImmutableList<Finding> findings =
        result.findings().select(finding -> ids.contains(finding.rule()));
    if (findings.anySatisfy(finding -> finding.severityBest().atLeast(Severity.MEDIUM))) {
      return new Entry(framework, "Not met", "✕", rules);
    }
    boolean stopped = ids.anySatisfy(id -> Unjudged.is(result, id));
    if (stopped || findings.anySatisfy(Finding::isRange)) {
      return new Entry(framework, "Not judged", "?", rules);
    }
    if (findings.anySatisfy(finding -> finding.severity().atLeast(Severity.LOW))) {
      return new Entry(framework, "Partly", "◐", rules);
    }
    return findings.isEmpty()
        ? new Entry(framework, "Nothing found", "–", rules)
        : new Entry(framework, "Noted", "○", rules);
  }
}
