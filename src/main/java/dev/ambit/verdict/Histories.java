package dev.ambit.verdict;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.History;
import dev.ambit.model.KeptRun;
import dev.ambit.model.Note;
import dev.ambit.model.Waived;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;

/** Puts a run behind those before it. */
public final class Histories {
  private Histories() {}

  /** What is to be remembered of a result. */
  public static KeptRun kept(AnalysisResult result, Instant time) {
    return new KeptRun(
        new History.Run(time, result.verdict().status(), result.findingCounts()),
        result
            .notes()
            .noneSatisfy(
                note -> note.kind() == Note.Kind.ERROR || note.kind() == Note.Kind.NOT_JUDGED),
        result
            .findings()
            .newWithAll(result.waived().collect(Waived::finding))
            .collect(Finding::id)
            .distinct()
            .toSortedList()
            .toImmutable());
  }

  /**
   * What the report shows of all of them.
   *
   * @param before the oldest first
   */
  public static History of(ImmutableList<KeptRun> before, KeptRun now) {
    ImmutableList<KeptRun> all = before.newWith(now);
    Map<String, Instant> first = new HashMap<>();
    Map<String, Instant> since = new HashMap<>();
    for (KeptRun each : all) {
      if (each.whole()) {
        Set<String> found = new HashSet<>(each.found().castToList());
        since.keySet().retainAll(found);
      }
      for (String finding : each.found()) {
        first.putIfAbsent(finding, each.run().time());
        since.putIfAbsent(finding, each.run().time());
      }
    }
    return new History(
        all.collect(KeptRun::run),
        now.found()
            .collect(
                id ->
                    new History.Age(
                        id,
                        first.getOrDefault(id, now.run().time()),
                        since.getOrDefault(id, now.run().time()),
                        days(since.getOrDefault(id, now.run().time()), now)))
            .toImmutableSortedList(
                Comparator.comparing(History.Age::since).thenComparing(History.Age::finding)));
  }

  private static long days(Instant since, KeptRun now) {
    return Math.max(0, Duration.between(since, now.run().time()).toDays());
  }
}
