package dev.ambit.report;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.History;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a person reads in a terminal: what was read and what was not, the findings that matter in
 * full with their path and places, the rest a line each, counts, and the verdict. A run in which
 * nothing was found is three lines.
 */
public final class TextReport implements ReportWriter {
  /** So many groups are written in full; a screen of them is more than anybody reads at once. */
  private static final int IN_FULL = 25;

  /** So many agents are told for what they are fit. */
  private static final int AGENTS = 10;

  private static final int MARGIN = 13;
  private final TextLook look;

  public TextReport(TextLook look) {
    this.look = look;
  }

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String use() {
    return "for a terminal: findings with path, places and advice";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    TextPage page = new TextPage(look);
    boolean quiet =
        result.findingCounts().total() == 0
            && result.gaps().isEmpty()
            && result.notes().isEmpty()
            && result.waived().isEmpty();
    if (quiet) {
      page.line("ambit " + result.toolVersion() + ": " + Wording.read(result));
      page.line("no open findings; " + Counted.of(result.rules().size(), "rule") + " asked");
    } else {
      writeHead(page, result);
      writeFindings(page, result);
      writeCounts(page, result);
      writeReadiness(page, result);
    }
    if (!result.history().equals(History.NONE)) {
      page.block("", 0, HistoryTold.summary(result));
    }
    page.block(
        "",
        0,
        result.verdict().status().word() + ": " + result.verdict().reasons().makeString("; "));
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void writeHead(TextPage page, AnalysisResult result) {
    String whose = result.organisation().isEmpty() ? "" : "  " + result.organisation();
    page.line("ambit " + result.toolVersion() + whose + "  judged for " + result.at());
    page.blank();
    page.block("Read", MARGIN, Wording.read(result));
    String label = "Not known";
    for (Gap gap : result.gaps().select(gap -> gap.matters() != Severity.INFO)) {
      page.block(label, MARGIN, gap.unknown() + " (add " + gap.addTo() + ")");
      label = "";
    }
    int slight = result.gaps().count(gap -> gap.matters() == Severity.INFO);
    if (slight > 0) {
      page.block(label, MARGIN, Counted.of(slight, "missing fact") + " of no weight");
    }
    for (Note note : result.notes().reject(note -> note.kind() == Note.Kind.UNCLAIMED)) {
      page.line(TextPage.padded(title(note.kind()), MARGIN) + note.origin());
      page.block("", MARGIN, note.text());
    }
    writeUnclaimed(page, result);
    page.blank();
  }

  /**
   * Files that nobody claims are many in any folder, and no error: their number and a few names.
   */
  private static void writeUnclaimed(TextPage page, AnalysisResult result) {
    ImmutableList<Note> unclaimed =
        result.notes().select(note -> note.kind() == Note.Kind.UNCLAIMED);
    if (unclaimed.notEmpty()) {
      int more = unclaimed.size() - 3;
      page.block(
          title(Note.Kind.UNCLAIMED),
          MARGIN,
          Counted.of(unclaimed.size(), "file")
              + " that no connector reads: "
              + unclaimed.take(3).collect(note -> note.origin().file()).makeString(", ")
              + (more > 0 ? " and " + Counted.number(more) + " more" : ""));
    }
  }

  private static String title(Note.Kind kind) {
    String word = Wording.kind(kind);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static void writeFindings(TextPage page, AnalysisResult result) {
    ImmutableList<FindingGroup> groups = FindingGroup.of(result.findings());
    int full =
        Math.min(IN_FULL, groups.count(group -> group.worst().severity().atLeast(Severity.MEDIUM)));
    for (FindingGroup group : groups.take(full)) {
      TextFinding.write(page, group, result.gaps());
    }
    for (Finding finding : groups.drop(full).flatCollect(FindingGroup::all)) {
      page.severity(finding.severity(), "[" + finding.rule() + "] " + finding.id());
      page.block("", 2, finding.message());
    }
    for (Waived waived : result.waived()) {
      Finding finding = waived.finding();
      page.severity(finding.severity(), "[" + finding.rule() + "] " + finding.id() + "  waived");
      page.block("", 2, finding.message());
      page.block("", 2, Wording.waived(waived));
    }
    if (result.truncated() > 0) {
      page.block("", 0, Wording.truncated(result.truncated()));
    }
    if (groups.size() > full || result.waived().notEmpty() || result.truncated() > 0) {
      page.blank();
    }
  }

  /** The least fit first: they are what somebody has to decide about. */
  private static void writeReadiness(TextPage page, AnalysisResult result) {
    ImmutableList<AgentSummary> agents =
        result
            .agents()
            .select(agent -> agent.readiness().isJudged())
            .toImmutableSortedListBy(agent -> agent.readiness().fitFor());
    String label = "Fit for";
    for (AgentSummary agent : agents.take(AGENTS)) {
      page.block(label, MARGIN, agent.id() + ": " + ReadinessTold.line(agent.readiness()));
      label = "";
    }
    if (agents.size() > AGENTS) {
      page.block("", MARGIN, "and " + Counted.of(agents.size() - AGENTS, "more agent"));
    }
    if (agents.notEmpty()) {
      page.blank();
    }
  }

  private static void writeCounts(TextPage page, AnalysisResult result) {
    int waived = result.findingCounts().waived();
    page.line(" ".repeat(MARGIN) + "open");
    for (Severity severity : Wording.SEVERITIES) {
      String count = Counted.number(Wording.count(result.findingCounts(), severity));
      page.severity(
          severity,
          " ".repeat(Math.max(1, MARGIN + 4 - severity.word().length() - count.length())) + count);
    }
    if (waived > 0) {
      page.line(Counted.of(waived, "finding") + Counted.verb(waived, " is", " are") + " waived");
    }
    page.blank();
  }
}
