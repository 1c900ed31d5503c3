package dev.ambit.report.html;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import dev.ambit.report.FindingGroup;
import dev.ambit.report.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * All that the page prints, in its order.
 *
 * @param cards the worst groups, each with picture and evidence
 * @param rows every other finding, a line each, in blocks a browser can draw one by one
 * @param inManyFiles whether each agent has a file of its own beside this one
 * @param digest of the result as JSON, so that a signed copy can be matched to its data
 */
public record Page(
    AnalysisResult result,
    HtmlLook look,
    Headline headline,
    ImmutableList<Criterion> criteria,
    ImmutableList<Risk> risks,
    ImmutableList<FixItem> fixes,
    SinceLast since,
    ImmutableList<AgentCard> agents,
    ImmutableList<DataLevel> data,
    ImmutableList<FindingCard> cards,
    ImmutableList<ImmutableList<Finding>> rows,
    ImmutableList<RiskRow> register,
    ImmutableList<WaiverRow> waivers,
    ImmutableList<FrameworkPart> frameworks,
    String digest,
    boolean inManyFiles,
    Assets assets) {

  /**
   * Pictures cost; beyond these a reader works from the list. Critical ones have one up to a limit.
   */
  private static final int CARDS = 25;

  private static final int CRITICAL_CARDS = 60;

  /** So many changes are listed; nobody plans more at once. */
  public static final int FIXES = 50;

  /** So many cards, and so many agents, are printed: paper is for the worst. */
  public static final int PRINTED = 8;

  /** So many rows stay in the first file where each agent has a file of its own. */
  public static final int ROWS = 2_500;

  /** The same of facts that nobody said. */
  public static final int GAPS = 1_000;

  private static final int BLOCK = 200;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  static Page of(AnalysisResult result, HtmlLook look, String digest, boolean inManyFiles) {
    ImmutableList<FindingGroup> groups = FindingGroup.of(result.findings());
    int critical = groups.count(group -> group.worst().severity() == Severity.CRITICAL);
    int full = Math.max(CARDS, Math.min(CRITICAL_CARDS, critical));
    // Names beyond the ten of a card, and all groups without a card, are rows.
    ImmutableList<Finding> rest =
        groups
            .take(full)
            .flatCollect(group -> group.others().drop(FindingGroup.NAMES))
            .newWithAll(groups.drop(full).flatCollect(FindingGroup::all));
    return new Page(
        result,
        look,
        Headline.of(result),
        Criterion.of(result),
        Risk.of(result),
        FixItem.of(result),
        SinceLast.of(result),
        AgentCard.of(result),
        DataLevel.of(result),
        groups.take(full).collect(group -> FindingCard.of(group, result)),
        FastList.newList(rest.toSortedList().take(inManyFiles ? ROWS : rest.size()).chunk(BLOCK))
            .collect(block -> FastList.<Finding>newList(block).toImmutable())
            .toImmutable(),
        RiskRow.of(result),
        WaiverRow.of(result),
        FrameworkPart.of(result),
        digest,
        inManyFiles,
        Assets.SHIPPED.withPageFoot(foot(result, look)));
  }

  /** At the foot of each printed page. */
  private static String foot(AnalysisResult result, HtmlLook look) {
    return (result.organisation().isEmpty() ? "Ambit access review" : result.organisation())
        + " · judged for "
        + result.at()
        + " · "
        + look.documentClass();
  }

  public boolean has(Section section) {
    return look.profile().has(section);
  }

  /** Whether every finding stands on this page, so that it can be linked to. */
  public boolean hasFindings() {
    return has(Section.FINDINGS) && !inManyFiles;
  }

  public boolean showsPlaces() {
    return look.profile().showsPlaces();
  }

  public ImmutableList<Section> sections() {
    return FastList.newListWith(Section.values()).select(this::has).toImmutable();
  }

  public String title() {
    return "Ambit access review"
        + (result.organisation().isEmpty() ? "" : " — " + result.organisation());
  }

  /** "1 November 2026". */
  public String day() {
    return day(result.at());
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** What has to be decided: the changes that findings at high or above ask for. */
  public ImmutableList<FixItem> decisions() {
    return fixes.select(fix -> fix.worst().atLeast(Severity.HIGH)).take(5);
  }

  /** Agents that nobody answers for. */
  public ImmutableList<String> ownerless() {
    Owners owners = Owners.of(result);
    return result.agents().reject(agent -> owners.has(agent.id())).collect(AgentSummary::name);
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

  /** All of them, worst first. */
  public ImmutableList<AgentSummary> index() {
    return result.agents().toSortedListBy(agent -> -agent.worst().ordinal()).toImmutable();
  }

  /** Agents without a page of their own. */
  public int agentsInTableOnly() {
    return result.agents().size() - agents.size();
  }

  public boolean hasOwnPage(AgentSummary agent) {
    return agents.anySatisfy(card -> card.agent().equals(agent));
  }

  /** What nobody said; where there are many files, what matters most of it. */
  public ImmutableList<Gap> gaps() {
    return inManyFiles
        ? result
            .gaps()
            .toSortedList(
                Comparator.comparing(Gap::matters, Comparator.reverseOrder())
                    .thenComparing(Comparator.naturalOrder()))
            .take(GAPS)
            .toImmutable()
        : result.gaps();
  }

  /** Missing facts that some finding hangs on. */
  public ImmutableList<Gap> weightyGaps() {
    return result.gaps().select(gap -> gap.matters() != Severity.INFO);
  }

  /** Decisions about findings that ended, lapsed, match nothing or are malformed. */
  public ImmutableList<Note> waiversWithoutEffect() {
    return result.notes().select(Note::isOfWaiver);
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

  /** "1 new, 2 known, 0 waived", under a count. */
  public String split(Severity severity) {
    int known =
        result
            .findings()
            .count(each -> each.severity() == severity && each.status() == Finding.Status.KNOWN);
    int atWorst = result.findings().count(each -> each.severity() == severity && each.isRange());
    int waived = result.waived().count(each -> each.finding().severity() == severity);
    int open = Wording.count(result.findingCounts(), severity);
    return Counted.number(open - known)
        + " new"
        + (known > 0 ? ", " + Counted.number(known) + " known" : "")
        + (atWorst > 0 ? ", " + Counted.number(atWorst) + " only at worst" : "")
        + (waived > 0 ? ", " + Counted.number(waived) + " waived" : "");
  }

  public String agentHead() {
    return Counted.of(result.counts().agents(), "agent");
  }

  /** The address of an agent's own file. */
  public String file(AgentSummary agent) {
    return HtmlReport.FOLDER + "/" + Anchor.agent(agent.id()) + ".html";
  }

  public String reads(AgentSummary agent) {
    return AgentCard.reads(agent, result.levels());
  }
}
