package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Hop;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A comment on a pull request, or the summary of a pipeline step: verdict, counts, the worst
 * findings with their steps folded away, what was not judged. It stops before the size at which
 * hosts drop a comment whole, and says what it left out.
 */
public final class MarkdownReport implements ReportWriter {
  private static final int IN_FULL = 20;

  /** A step summary over 1 MiB is dropped; this many characters stay below it. */
  private static final int ROOM = 300_000;

  @Override
  public String id() {
    return "md";
  }

  @Override
  public String use() {
    return "Markdown, for a comment on a pull request";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("## Ambit access review: ").append(result.verdict().status().word()).append("\n\n");
    for (String reason : result.verdict().reasons()) {
      text.append("- ").append(Markdown.text(reason)).append('\n');
    }
    text.append('\n');
    writeCounts(text, result);
    writeFindings(text, result);
    writeWaived(text, result);
    writeNotJudged(text, result);
    text.append("<sub>")
        .append(Markdown.text("ambit " + result.toolVersion() + ", judged for " + result.at()))
        .append(": ")
        .append(Markdown.text(Wording.read(result)))
        .append("</sub>\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void writeCounts(StringBuilder text, AnalysisResult result) {
    StringBuilder head = new StringBuilder("|");
    StringBuilder rule = new StringBuilder("|");
    StringBuilder counts = new StringBuilder("|");
    for (Severity severity : Wording.SEVERITIES) {
      head.append(' ').append(severity.word()).append(" |");
      rule.append("---:|");
      counts
          .append(' ')
          .append(Counted.number(Wording.count(result.findingCounts(), severity)))
          .append(" |");
    }
    head.append(" waived |\n");
    rule.append("---:|\n");
    counts.append(' ').append(Counted.number(result.findingCounts().waived())).append(" |\n\n");
    text.append(head).append(rule).append(counts);
  }

  private static void writeFindings(StringBuilder text, AnalysisResult result) {
    ImmutableList<FindingGroup> groups = FindingGroup.of(result.findings());
    for (FindingGroup group : groups.take(IN_FULL)) {
      writeGroup(text, group, result.gaps());
    }
    ImmutableList<Finding> rest = groups.drop(IN_FULL).flatCollect(FindingGroup::all);
    int written = 0;
    if (rest.notEmpty()) {
      text.append("<details><summary>")
          .append(Counted.of(rest.size(), "more finding"))
          .append("</summary>\n\n");
      while (written < rest.size() && text.length() < ROOM) {
        line(text, rest.get(written));
        written++;
      }
      text.append("\n</details>\n\n");
    }
    int left = rest.size() - written + result.truncated();
    if (left > 0) {
      text.append(Markdown.text(Wording.truncated(left))).append(".\n\n");
    }
  }

  private static void writeGroup(StringBuilder text, FindingGroup group, ImmutableList<Gap> gaps) {
    Finding finding = group.worst();
    text.append("**").append(finding.severity().word().toUpperCase(Locale.ROOT)).append("** ");
    text.append(Markdown.text(finding.message())).append("  \n");
    text.append(Markdown.code(finding.rule())).append(' ').append(Markdown.code(finding.id()));
    boolean isAbout = Wording.isAbout(finding);
    for (Origin place : finding.evidence().take(isAbout ? 1 : 0)) {
      text.append(' ').append(Markdown.code(place.toString()));
    }
    text.append("\n\n");
    if (finding.isRange()) {
      text.append("It is ").append(Markdown.text(Wording.range(finding, gaps))).append(".\n\n");
    }
    text.append("**Change:** ").append(Markdown.text(Wording.fix(finding))).append("\n\n");
    ImmutableList<Hop> hops =
        finding.paths().take(isAbout ? 0 : 1).flatCollect(path -> path.hops());
    if (hops.notEmpty() || group.others().notEmpty()) {
      text.append("<details><summary>Evidence</summary>\n\n");
      int number = 1;
      for (Hop hop : hops) {
        text.append(number++).append(". ").append(step(hop)).append('\n');
      }
      writeOthers(text, group);
      text.append("\n</details>\n\n");
    }
  }

  private static String step(Hop hop) {
    return Markdown.text(Wording.hop(hop))
        + Wording.doubt(hop.certainty())
        + " "
        + Markdown.code(hop.origin().toString());
  }

  private static void writeOthers(StringBuilder text, FindingGroup group) {
    ImmutableList<Finding> others = group.others();
    if (others.isEmpty()) {
      return;
    }
    text.append("\nThe same grant or tool also reaches ")
        .append(Counted.of(others.size(), "more object"))
        .append(":\n\n");
    for (Finding other : others.take(FindingGroup.NAMES)) {
      text.append("- ").append(Markdown.text(other.object())).append(' ');
      text.append(Markdown.code(other.id())).append('\n');
    }
    int unnamed = others.size() - FindingGroup.NAMES;
    if (unnamed > 0) {
      text.append("- and ").append(Counted.number(unnamed)).append(" more\n");
    }
  }

  private static void line(StringBuilder text, Finding finding) {
    text.append("- ").append(finding.severity().word()).append(' ');
    text.append(Markdown.code(finding.id())).append(' ');
    text.append(Markdown.text(finding.message())).append('\n');
  }

  private static void writeWaived(StringBuilder text, AnalysisResult result) {
    if (result.waived().isEmpty()) {
      return;
    }
    text.append("### Waived\n\n");
    for (Waived waived : result.waived().take(IN_FULL)) {
      line(text, waived.finding());
      text.append("  ").append(Markdown.text(Wording.waived(waived))).append('\n');
    }
    int more = result.waived().size() - IN_FULL;
    if (more > 0) {
      text.append("- and ").append(Counted.number(more)).append(" more\n");
    }
    text.append('\n');
  }

  private static void writeNotJudged(StringBuilder text, AnalysisResult result) {
    ImmutableList<Note> unread =
        result
            .notes()
            .select(note -> note.kind() == Note.Kind.ERROR || note.kind() == Note.Kind.NOT_JUDGED);
    ImmutableList<Gap> gaps = result.gaps().select(gap -> gap.matters() != Severity.INFO);
    if (unread.isEmpty() && gaps.isEmpty()) {
      return;
    }
    text.append("### Not judged\n\n");
    for (Note note : unread.take(IN_FULL)) {
      text.append("- ").append(Wording.kind(note.kind())).append(": ");
      text.append(Markdown.text(note.text())).append(' ');
      text.append(Markdown.code(note.origin().toString())).append('\n');
    }
    for (Gap gap : gaps.take(IN_FULL)) {
      text.append("- ").append(Markdown.text(Wording.gap(gap))).append("; add ");
      text.append(Markdown.code(gap.addTo())).append('\n');
    }
    int more = Math.max(0, unread.size() - IN_FULL) + Math.max(0, gaps.size() - IN_FULL);
    if (more > 0) {
      text.append("- and ").append(Counted.number(more)).append(" more\n");
    }
    text.append('\n');
  }
}
