package dev.ambit.verdict;

import dev.ambit.model.Agent;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Note;
import dev.ambit.model.Readiness;
import dev.ambit.model.Readiness.Criterion;
import dev.ambit.model.Readiness.Stage;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;
import org.eclipse.collections.impl.factory.Lists;

/**
 * Says for which use each agent is fit. Known findings count as new ones do: that a finding was
 * there before makes nobody safer. A waived one does not, and is named, since somebody signed it.
 */
public final class Readinesses {
  private static final int NAMED = 3;

  private final AnalysisResult result;
  private final ImmutableListMultimap<String, Finding> open;
  private final ImmutableListMultimap<String, Finding> waived;
  private final ImmutableListMultimap<String, Gap> gaps;

  private Readinesses(AnalysisResult result) {
    this.result = result;
    this.open = byEnds(result.findings());
    this.waived = byEnds(result.waived().collect(Waived::finding));
    this.gaps =
        result.gaps().select(gap -> gap.matters().atLeast(Severity.LOW)).groupBy(Gap::about);
  }

  /** A shared credential, or a weaker agent that drives it, names an agent as the object. */
  private static ImmutableListMultimap<String, Finding> byEnds(ImmutableList<Finding> findings) {
    return findings.groupByEach(
        finding ->
            finding.subject().equals(finding.object())
                ? Lists.immutable.of(finding.subject())
                : Lists.immutable.of(finding.subject(), finding.object()));
  }

  /** The agents of a result, each with what it is fit for; a retired one is fit for nothing. */
  public static ImmutableList<AgentSummary> of(AnalysisResult result) {
    Readinesses all = new Readinesses(result);
    return result
        .agents()
        .collect(
            agent ->
                agent.stage().equals(Agent.Stage.RETIRED.word())
                    ? agent
                    : agent.withReadiness(all.of(agent.id())));
  }

  private Readiness of(String agent) {
    MutableList<Criterion> criteria = Lists.mutable.of(read());
    ReadinessCriterion.ALL.forEach(each -> criteria.add(judged(each, agent)));
    criteria.add(known(agent));
    return new Readiness(fitFor(criteria), criteria.toImmutable());
  }

  /** The last stage before the first that misses something. */
  private static Stage fitFor(MutableList<Criterion> criteria) {
    Stage fit = Stage.NONE;
    for (Stage stage : Stage.values()) {
      if (criteria.anySatisfy(each -> each.stage() == stage && !each.met())) {
        return fit;
      }
      fit = stage;
    }
    return fit;
  }

  private Criterion read() {
    int unread =
        result
            .notes()
            .count(note -> note.kind() == Note.Kind.ERROR || note.kind() == Note.Kind.NOT_JUDGED);
    return new Criterion(
        Stage.DRAFT_ONLY,
        "everything was read and judged",
        unread == 0,
        unread == 0 ? "it was" : unread + (unread == 1 ? " thing was not" : " things were not"));
  }

  private Criterion judged(ReadinessCriterion criterion, String agent) {
    ImmutableList<Finding> against = open.get(agent).select(criterion::isMissedBy);
    ImmutableList<Finding> excused = waived.get(agent).select(criterion::isMissedBy);
    String says =
        (against.isEmpty() ? "no open finding says otherwise" : named(against.collect(Finding::id)))
            + (excused.isEmpty() ? "" : "; waived: " + named(excused.collect(Finding::id)));
    return new Criterion(criterion.stage(), criterion.asks(), against.isEmpty(), says);
  }

  private Criterion known(String agent) {
    // A range hangs on a fact, be it one of a channel or of data and not of the agent itself.
    ImmutableList<String> missing =
        gaps.get(agent)
            .collect(Gap::missing)
            .newWithAll(open.get(agent).select(Finding::isRange).collect(Finding::id));
    return new Criterion(
        Stage.CUSTOMER_FACING,
        "no fact is missing that decides something about it",
        missing.isEmpty(),
        missing.isEmpty() ? "none is" : named(missing));
  }

  private static String named(ImmutableList<String> names) {
    int more = names.size() - NAMED;
    return names.take(NAMED).makeString(", ") + (more > 0 ? " and " + more + " more" : "");
  }
}
