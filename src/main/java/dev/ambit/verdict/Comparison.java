package dev.ambit.verdict;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Waived;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What became of the findings of an earlier run. Each list is sorted as findings are.
 *
 * @param added open now, and not there before
 * @param reopened open now, and waived before
 * @param worse open in both, and more severe, for more people or on more ways now
 * @param better open in both, and less so now
 * @param gone open or waived before, and not there now
 * @param same how many are neither
 */
public record Comparison(
    ImmutableList<Finding> added,
    ImmutableList<Finding> reopened,
    ImmutableList<Moved> worse,
    ImmutableList<Moved> better,
    ImmutableList<Finding> gone,
    int same) {

  /**
   * A finding that is not what it was.
   *
   * @param how a clause
   */
  public record Moved(Finding before, Finding after, String how) {}

  /** By identity: a finding that another line or count tells of is the same. */
  public static Comparison between(AnalysisResult old, AnalysisResult now) {
    ImmutableMap<String, Finding> then = old.findings().toImmutableMap(Finding::id, f -> f);
    ImmutableMap<String, Finding> excused =
        old.waived().collect(Waived::finding).toImmutableMap(Finding::id, f -> f);
    ImmutableSet<String> there =
        now.findings()
            .newWithAll(now.waived().collect(Waived::finding))
            .collect(Finding::id)
            .toImmutableSet();
    ImmutableList<Moved> both =
        now.findings()
            .select(each -> then.containsKey(each.id()))
            .collect(each -> moved(then.get(each.id()), each));
    ImmutableList<Moved> worse = both.select(each -> direction(each) > 0);
    ImmutableList<Moved> better = both.select(each -> direction(each) < 0);
    return new Comparison(
        now.findings()
            .reject(each -> then.containsKey(each.id()) || excused.containsKey(each.id())),
        now.findings().select(each -> excused.containsKey(each.id())),
        worse,
        better,
        old.findings()
            .newWithAll(old.waived().collect(Waived::finding))
            .reject(each -> there.contains(each.id()))
            .toSortedList()
            .toImmutable(),
        both.size() - worse.size() - better.size());
  }

  /** The first of severity, best severity, audience and ways that differs decides. */
  private static int direction(Moved moved) {
    Finding before = moved.before();
    Finding after = moved.after();
    int bySeverity = after.severity().compareTo(before.severity());
    int byBest =
        bySeverity != 0 ? bySeverity : after.severityBest().compareTo(before.severityBest());
    int byPeople =
        byBest != 0
            ? byBest
            : Standing.compare(after.audience().uncleared(), before.audience().uncleared());
    return byPeople != 0 ? byPeople : Integer.compare(after.pathsTotal(), before.pathsTotal());
  }

  private static Moved moved(Finding before, Finding after) {
    List<String> how = new ArrayList<>();
    say(how, "severity", before.severity().word(), after.severity().word());
    say(how, "severity at best", before.severityBest().word(), after.severityBest().word());
    say(
        how,
        "not cleared",
        before.audience().uncleared().toString(),
        after.audience().uncleared().toString());
    say(how, "ways", Integer.toString(before.pathsTotal()), Integer.toString(after.pathsTotal()));
    return new Moved(before, after, String.join(", ", how));
  }

  private static void say(List<String> how, String what, String was, String is) {
    if (!was.equals(is)) {
      how.add(what + " " + was + " → " + is);
    }
  }
}
