package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.FindingGroup;
import dev.ambit.report.Wording;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * All that the page prints, in its order.
 *
 * @param cards the worst groups, each with picture and evidence
 * @param rows every other finding, a line each, in blocks a browser can draw one by one
 */
public record Page(
    AnalysisResult result,
    Headline headline,
    ImmutableList<Risk> risks,
    ImmutableList<FixItem> fixes,
    ImmutableList<AgentCard> agents,
    ImmutableList<FindingCard> cards,
    ImmutableList<ImmutableList<Finding>> rows,
    String style,
    String script,
    String policy) {

  /**
   * Pictures cost; beyond these a reader works from the list. Critical ones have one up to a limit.
   */
  private static final int CARDS = 25;

  private static final int CRITICAL_CARDS = 200;

  /** So many changes are listed; nobody plans more at once. */
  public static final int FIXES = 50;

  private static final int BLOCK = 200;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  static Page of(AnalysisResult result) {
    ImmutableList<FindingGroup> groups = FindingGroup.of(result.findings());
    int critical = groups.count(group -> group.worst().severity() == Severity.CRITICAL);
    int full = Math.max(CARDS, Math.min(CRITICAL_CARDS, critical));
    // Names beyond the ten of a card, and all groups without a card, are rows.
    ImmutableList<Finding> rest =
        groups
            .take(full)
            .flatCollect(group -> group.others().drop(FindingGroup.NAMES))
            .newWithAll(groups.drop(full).flatCollect(FindingGroup::all));
    Assets assets = Assets.SHIPPED;
    return new Page(
        result,
        Headline.of(result),
        Risk.of(result),
        FixItem.of(result),
        AgentCard.of(result),
        groups.take(full).collect(group -> FindingCard.of(group, result)),
        FastList.newList(rest.toSortedList().chunk(BLOCK))
            .collect(block -> FastList.<Finding>newList(block).toImmutable())
            .toImmutable(),
        assets.style(),
        assets.script(),
        assets.policy());
  }

  public String title() {
    return "Ambit access review"
        + (result.organisation().isEmpty() ? "" : " — " + result.organisation());
  }

  /** "1 November 2026". */
  public String day() {
    return DAY.format(result.at());
  }

  /** What has to be decided: the changes that findings at high or above ask for. */
  public ImmutableList<FixItem> decisions() {
    return fixes.select(fix -> fix.worst().atLeast(Severity.HIGH)).take(5);
  }

  /**
   * The card a board should see first, if any is worth it: of the worst, one that holds in the best
   * case too and has a picture.
   */
  public ImmutableList<FindingCard> foremost() {
    ImmutableList<FindingCard> worthy =
        cards.select(card -> card.finding().severity().atLeast(Severity.MEDIUM));
    return worthy
        .toSortedListBy(
            card ->
                -100 * card.finding().severity().ordinal()
                    - 10 * card.finding().severityBest().ordinal()
                    - card.picture().size())
        .take(1)
        .toImmutable();
  }

  /** Missing facts that some finding hangs on. */
  public ImmutableList<Gap> weightyGaps() {
    return result.gaps().select(gap -> gap.matters() != Severity.INFO);
  }

  /** What could not be read or judged. */
  public ImmutableList<Note> unread() {
    return result
        .notes()
        .select(note -> note.kind() == Note.Kind.ERROR || note.kind() == Note.Kind.NOT_JUDGED);
  }

  public int notJudged() {
    return weightyGaps().size() + unread().size();
  }

  public String count(Severity severity) {
    return Counted.number(Wording.count(result.findingCounts(), severity));
  }
}
