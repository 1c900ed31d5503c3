package dev.ambit;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.model.Stressed;
import dev.ambit.model.Supposition;
import dev.ambit.rules.RuleBook;
import dev.ambit.stress.Suppositions;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Judges the facts of every supposition, and keeps what it opens. */
public final class Stress {
  /** A stand-in for whoever has a stolen credential; it is nobody's agent. */
  private static final String THIEF = "ambit:thief";

  private final RuleBook rules;
  private final Options options;
  private final ImmutableMap<String, Severity> before;

  /** Suppositions of several agents often change the same facts. */
  private final Map<Facts, ImmutableList<Finding>> judged = new HashMap<>();

  private Stress(RuleBook rules, Options options, ImmutableList<Finding> before) {
    this.rules = rules;
    this.options = options;
    this.before = before.toImmutableMap(Finding::id, Finding::severity);
  }

  /** One for each supposition, in their order. */
  public static ImmutableList<Stressed> of(
      Facts facts, ImmutableList<Finding> before, RuleBook rules, Options options) {
    Stress stress = new Stress(rules, options, before);
    return Suppositions.of(facts).collect(stress::stressed);
  }

  private Stressed stressed(Supposition supposed) {
    ImmutableList<Finding> opens =
        judged
            .computeIfAbsent(
                supposed.facts(), facts -> Analysis.judge(facts, rules, options).findings())
            .select(finding -> finding.severity().atLeast(Severity.LOW))
            .select(finding -> isOf(finding, supposed))
            .select(
                finding ->
                    finding
                            .severity()
                            .compareTo(before.getIfAbsentValue(finding.id(), Severity.NONE))
                        > 0);
    return new Stressed(supposed.kind(), supposed.agent(), supposed.what(), opens);
  }

  /** A thief's lack of an owner or a log is nothing that the theft opens. */
  private static boolean isOf(Finding finding, Supposition supposed) {
    if (supposed.kind() == Supposition.Kind.STOLEN) {
      return finding.subject().equals(THIEF)
          && !finding.object().equals(THIEF)
          && finding.paths().anySatisfy(path -> path.hops().size() > 1);
    }
    return supposed.agent().isEmpty() || finding.subject().equals(supposed.agent());
  }
}
