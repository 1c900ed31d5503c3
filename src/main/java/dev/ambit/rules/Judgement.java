package dev.ambit.rules;

import dev.ambit.model.Finding;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What the rules found in one case, or in both.
 *
 * @param findings sorted
 * @param notes one for each rule that hit its limit; sorted
 * @param notJudged ids of those rules, sorted: nothing is known of what they would have found
 * @param rangesSaid ids of the findings whose rows speak of the best case themselves, sorted
 */
public record Judgement(
    ImmutableList<Finding> findings,
    ImmutableList<Note> notes,
    ImmutableList<String> notJudged,
    ImmutableList<String> rangesSaid) {

  /**
   * Both cases in one: the severity comes from the worst, {@code severityBest} from the best, and
   * is none where the finding is not there. Give the same twice if nothing is unknown.
   *
   * <p>A finding that only the best case has is kept, with its severity and none as the other end:
   * a rule may ask for what is <em>not</em> so, and nothing is dropped in silence.
   */
  public static Judgement between(Judgement worst, Judgement best) {
    Map<String, Finding> atBest = new HashMap<>();
    best.findings.forEach(finding -> atBest.put(finding.id(), finding));
    Set<String> said = new HashSet<>(worst.rangesSaid.castToList());
    MutableList<Finding> both = Lists.mutable.empty();
    for (Finding finding : worst.findings) {
      Finding other = atBest.remove(finding.id());
      Severity otherEnd = other == null ? Severity.NONE : other.severity();
      both.add(said.contains(finding.id()) ? finding : range(finding, otherEnd));
    }
    atBest.values().stream()
        .filter(finding -> !worst.notJudged.contains(finding.rule()))
        .forEach(finding -> both.add(range(finding, Severity.NONE)));
    return new Judgement(
        both.toImmutableSortedList(),
        merged(worst.notes, best.notes),
        merged(worst.notJudged, best.notJudged),
        worst.rangesSaid);
  }

  /** The worse end is the severity, even if a rule has more to say at best. */
  private static Finding range(Finding finding, Severity otherEnd) {
    return finding.with(
        both ->
            both.severity(finding.severity().max(otherEnd))
                .severityBest(finding.severity().min(otherEnd)));
  }

  private static <T extends Comparable<? super T>> ImmutableList<T> merged(
      ImmutableList<T> left, ImmutableList<T> right) {
    return left.newWithAll(right).distinct().toImmutableSortedList();
  }
}
