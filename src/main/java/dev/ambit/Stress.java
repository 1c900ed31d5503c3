package dev.ambit;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Levels;
import dev.ambit.model.Severity;
import dev.ambit.model.Stressed;
import dev.ambit.model.Supposition;
import dev.ambit.rules.RuleBook;
import dev.ambit.stress.Suppositions;
import java.util.IdentityHashMap;
import java.util.function.Predicate;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Judges the facts of every supposition, and keeps what it opens. */
public final class Stress {
  /** Data of this rank is restricted; the highest is where there are fewer levels. */
  private static final int RESTRICTED = 3;

  private final RuleBook rules;
  private final Options options;
  private final ImmutableMap<String, Severity> before;
  private final Levels levels;

  /** Suppositions of several agents are often the same facts. */
  private final IdentityHashMap<Facts, Opened> judged = new IdentityHashMap<>();

  private Stress(Facts facts, RuleBook rules, Options options, ImmutableList<Finding> before) {
    this.rules = rules;
    this.options = options;
    this.levels = facts.settings().levels();
    this.before = before.toImmutableMap(Finding::id, Finding::severity);
  }

  /**
   * What was judged.
   *
   * @param rows one for each supposition, in their order
   * @param left how many single controls were not tried, since the world is too large for all
   */
  public record Answer(ImmutableList<Stressed> rows, int left) {}

  /** What some facts open, and the level that each of these findings goes over. */
  record Opened(ImmutableList<Finding> findings, ImmutableMap<String, String> levels) {}

  /**
   * Of the agents that are asked for, and of the controls: gates, denies, boundaries, then
   * memberships.
   */
  public static Answer of(
      Facts facts,
      ImmutableList<Finding> before,
      RuleBook rules,
      Options options,
      Predicate<String> agents) {
    Stress stress = new Stress(facts, rules, options, before);
    ImmutableList<Stressed> ofAgents =
        Suppositions.of(facts, agents)
            .collect(
                each ->
                    stress.row(each, stress.judged.computeIfAbsent(each.facts(), stress::opened)));
    SingleControls controls = SingleControls.of(facts, stress::opened);
    return new Answer(
        ofAgents.newWithAll(
            controls
                .tried()
                .collect(
                    each ->
                        stress.row(
                            new Supposition(
                                Supposition.Kind.CONTROL_FAILS, "", each.control().what(), facts),
                            each.opened()))),
        controls.left());
  }

  private Stressed row(Supposition supposed, Opened opened) {
    ImmutableList<Finding> opens = opened.findings().select(finding -> isOf(finding, supposed));
    int restricted = Math.min(RESTRICTED, levels.highest());
    return new Stressed(
        supposed.kind(),
        supposed.agent(),
        supposed.what(),
        opens,
        opens.select(
            finding ->
                levels.rank(opened.levels().getOrDefault(finding.id(), "")).orElse(-1)
                    >= restricted));
  }

  private Opened opened(Facts facts) {
    Analysis.WithLevels after = Analysis.judgeWithLevels(facts, rules, options);
    ImmutableList<Finding> opens =
        after
            .result()
            .findings()
            .select(finding -> finding.severity().atLeast(Severity.LOW))
            .select(
                finding ->
                    finding
                            .severity()
                            .compareTo(before.getIfAbsentValue(finding.id(), Severity.NONE))
                        > 0);
    return new Opened(opens, opens.toImmutableMap(Finding::id, after.level()::apply));
  }

  /** A thief's lack of an owner or a log is nothing that the theft opens. */
  private static boolean isOf(Finding finding, Supposition supposed) {
    if (supposed.kind() == Supposition.Kind.STOLEN) {
      String thief = Suppositions.thief(supposed.what());
      return finding.subject().equals(thief)
          && !finding.object().equals(thief)
          && finding.paths().anySatisfy(path -> path.hops().size() > 1);
    }
    return supposed.agent().isEmpty() || finding.subject().equals(supposed.agent());
  }
}
