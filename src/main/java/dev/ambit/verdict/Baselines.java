package dev.ambit.verdict;

import dev.ambit.model.Compared;
import dev.ambit.model.Decisions.Baseline;
import dev.ambit.model.Finding;
import dev.ambit.model.Finding.Status;
import dev.ambit.model.KnownFinding;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.set.ImmutableSet;

/** Tells new findings from those that an earlier day had. */
public final class Baselines {
  private static final int NAMED = 10;

  private Baselines() {}

  /** The same findings in the same order; one that is worse than it was known is new. */
  public static ImmutableList<Finding> marked(
      ImmutableList<Finding> findings, ImmutableList<Baseline> baselines) {
    Map<String, Severity> known = new HashMap<>();
    baselines
        .flatCollect(Baseline::findings)
        .forEach(each -> known.merge(each.id(), each.severity(), Severity::max));
    return findings.collect(
        finding ->
            known.getOrDefault(finding.id(), Severity.NONE).atLeast(finding.severity())
                ? finding.with(to -> to.status(Status.KNOWN))
                : finding);
  }

  /**
   * How the findings stand against each baseline, in their order.
   *
   * @param all open and waived
   */
  public static ImmutableList<Compared> compared(
      ImmutableList<Finding> all, ImmutableList<Baseline> baselines) {
    return baselines.collect(baseline -> compared(all, baseline));
  }

  private static Compared compared(ImmutableList<Finding> all, Baseline baseline) {
    ImmutableSet<String> ids = all.collect(Finding::id).toImmutableSet();
    ImmutableMap<String, KnownFinding> then =
        baseline.findings().toImmutableMap(KnownFinding::id, each -> each);
    ImmutableList<KnownFinding> worse =
        all.select(finding -> isWorse(finding, then)).collect(each -> then.get(each.id()));
    return new Compared(
        baseline.file(),
        all.count(finding -> !then.containsKey(finding.id())),
        all.count(finding -> then.containsKey(finding.id())) - worse.size(),
        worse,
        baseline.findings().reject(each -> ids.contains(each.id())),
        baseline.then());
  }

  /** One note for each baseline: how many are new, known, worse and gone. */
  public static ImmutableList<Note> notes(ImmutableList<Compared> compared) {
    return compared.collect(
        each -> new Note(Note.Kind.NOTE, said(each), Origin.ofFile(each.with())));
  }

  private static String said(Compared compared) {
    return "compared with this: new "
        + compared.fresh()
        + ", known "
        + compared.known()
        + (compared.worse().isEmpty() ? "" : listed(", worse than known ", compared.worse()))
        + (compared.gone().isEmpty() ? ", gone 0" : listed(", gone ", compared.gone()));
  }

  private static boolean isWorse(Finding finding, ImmutableMap<String, KnownFinding> then) {
    KnownFinding known = then.get(finding.id());
    return known != null && finding.severity().compareTo(known.severity()) > 0;
  }

  private static String listed(String what, ImmutableList<KnownFinding> findings) {
    return what
        + findings.size()
        + findings
            .collect(KnownFinding::id)
            .take(NAMED)
            .makeString(" (", ", ", findings.size() > NAMED ? ", …)" : ")");
  }
}
