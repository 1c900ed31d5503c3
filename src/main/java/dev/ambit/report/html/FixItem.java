package dev.ambit.report.html;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Hop;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.Cut;
import dev.ambit.report.FindingGroup;
import dev.ambit.report.Listed;
import dev.ambit.report.Wording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * One change to decide on, and what it is good for.
 *
 * @param findings that ask for it, worst first
 * @param about names of the agents concerned
 * @param owners of the agents concerned, sorted; empty if nobody answers for them
 * @param changes as operations on a file; none for advice that was not tried
 * @param places file and line of what to look at, each once
 * @param lost what could be done and no longer can, a sentence each; of a change that was tried
 * @param closes how many findings a second scan showed it to close; 0 for advice that was not tried
 */
public record FixItem(
    String say,
    ImmutableList<Finding> findings,
    ImmutableList<String> about,
    ImmutableList<String> owners,
    ImmutableList<String> changes,
    ImmutableList<String> places,
    ImmutableList<String> lost,
    int closes) {

  /** So many things that stop working are listed beside it. */
  public static final int LOST = 5;

  private static final Comparator<FixItem> ORDER =
      Comparator.comparing(FixItem::worst, Comparator.reverseOrder())
          .thenComparing(FixItem::certain, Comparator.reverseOrder())
          .thenComparing(FixItem::good, Comparator.reverseOrder())
          .thenComparing(FixItem::say);

  /** Worst first, then what closes most. */
  static ImmutableList<FixItem> of(AnalysisResult result) {
    Owners owners = Owners.of(result);
    Map<String, String> names = new HashMap<>();
    for (AgentSummary agent : result.agents()) {
      names.put(agent.id(), agent.name());
    }
    Map<String, MutableList<Finding>> bySentence = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.severity() != Severity.INFO) {
        bySentence.computeIfAbsent(Wording.fix(finding), say -> FastList.newList()).add(finding);
      }
    }
    return FastList.newList(bySentence.entrySet())
        .collect(entry -> of(entry.getKey(), entry.getValue().toImmutable(), owners, names))
        .sortThis(ORDER)
        .toImmutable();
  }

  private static FixItem of(
      String say, ImmutableList<Finding> findings, Owners owners, Map<String, String> names) {
    ImmutableList<FixSet> verified =
        findings.select(finding -> finding.fix().notEmpty()).collect(f -> f.fix().getFirst());
    return new FixItem(
        say,
        findings,
        findings
            .collect(finding -> names.getOrDefault(finding.subject(), finding.subject()))
            .distinct(),
        owners.of(findings),
        verified.flatCollect(FixSet::changes).collect(Wording::change).distinct(),
        places(findings),
        verified.flatCollect(FixSet::lost).distinct().toSortedList().toImmutable(),
        verified.isEmpty() ? 0 : verified.maxBy(FixSet::closes).closes());
  }

  /** The step that the first change removes, else where the flaw stands. */
  private static ImmutableList<String> places(ImmutableList<Finding> findings) {
    return findings
        .collect(
            finding ->
                finding
                    .paths()
                    .flatCollect(ExposurePath::hops)
                    .select(hop -> Cut.removes(finding, hop))
                    .collect(Hop::origin)
                    .getFirstOptional()
                    .orElseGet(() -> FindingGroup.behind(finding)))
        .reject(place -> place.file().startsWith("ambit:"))
        .collect(place -> place.file() + (place.line() > 0 ? ":" + place.line() : ""))
        .distinct();
  }

  public Severity worst() {
    return findings.getFirst().severity();
  }

  /** "asker", "asker, ops", or that there has to be one first. */
  public String who() {
    return owners.isEmpty() ? "an owner, once there is one" : owners.take(3).makeString(", ");
  }

  /** "closes 2 findings", or how many ask for it; a rule's advice says "it" of the agent. */
  public String effect() {
    return closes > 0
        ? "closes " + Counted.of(closes, "finding")
        : "asked for by "
            + Counted.of(findings.size(), "finding")
            + " about "
            + Listed.of(about, 3);
  }

  /** What holds in the best case too: a change that mends something certain comes first. */
  private Severity certain() {
    return findings.collect(Finding::severityBest).max();
  }

  private int good() {
    return Math.max(closes, findings.size());
  }
}
