package dev.ambit.report;

import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Gap;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** One group of findings in a terminal, in the manner of a compiler's message. */
final class TextFinding {
  private static final int MARGIN = 8;

  private TextFinding() {}

  static void write(TextPage page, FindingGroup group, ImmutableList<Gap> gaps) {
    Finding finding = group.worst();
    page.severity(
        finding.severity(),
        "["
            + finding.rule()
            + "] "
            + finding.id()
            + "  "
            + finding.status().name().toLowerCase(Locale.ROOT));
    page.block("", 2, finding.message());
    if (finding.isRange()) {
      page.block("", 2, "It is " + Wording.range(finding, gaps) + ".");
    }
    for (Origin place : finding.evidence().take(1)) {
      page.line("    --> " + place);
    }
    for (ExposurePath path : finding.paths().take(Wording.isAbout(finding) ? 0 : 1)) {
      writePath(page, path, finding);
    }
    for (GateUse gate : finding.gates()) {
      page.block("  gate", MARGIN, Wording.gate(gate));
    }
    writeOthers(page, group);
    writeFix(page, finding);
    page.block("  more", MARGIN, "ambit explain " + finding.id());
    page.blank();
  }

  private static void writePath(TextPage page, ExposurePath path, Finding finding) {
    writePath(page, path);
    String more = Wording.morePaths(finding);
    if (!more.isEmpty()) {
      page.block("", MARGIN, more);
    }
  }

  /** The names with arrows between them, then why each step holds and where that stands. */
  static void writePath(TextPage page, ExposurePath path) {
    if (isAbout(path)) {
      return;
    }
    StringBuilder way = new StringBuilder();
    String at = "";
    for (Hop hop : path.hops()) {
      // A second rail starts at a node that the first has passed: name it again.
      way.append(hop.from().equals(at) ? "" : (way.isEmpty() ? "" : "; ") + hop.from());
      way.append(' ').append(page.arrow(Wording.arrow(hop.kind()))).append(' ').append(hop.to());
      at = hop.to();
    }
    page.block("  path", MARGIN, way.toString());
    int number = 1;
    for (Hop hop : path.hops()) {
      String step = (number < 10 ? "     " : "    ") + number;
      page.block(step, MARGIN, hop.because() + Wording.doubt(hop.certainty()));
      page.line(" ".repeat(MARGIN) + hop.origin());
      number++;
    }
  }

  /**
   * Whether a path says only that something is missing of a thing: sentence and place of the
   * finding say that already, and an arrow from the thing to itself would say nothing.
   */
  static boolean isAbout(ExposurePath path) {
    return path.hops().size() == 1
        && path.hops().getFirst().from().equals(path.hops().getFirst().to());
  }

  private static void writeOthers(TextPage page, FindingGroup group) {
    ImmutableList<Finding> others = group.others();
    if (others.isEmpty()) {
      return;
    }
    page.block(
        "  also",
        MARGIN,
        "the same holds for "
            + Counted.of(others.size(), "more object")
            + " by the same grant or tool:");
    for (Finding other : others.take(FindingGroup.NAMES)) {
      String severity =
          other.severity() == group.worst().severity() ? "" : " (" + other.severity().word() + ")";
      page.line(" ".repeat(MARGIN) + other.id() + "  " + other.object() + severity);
    }
    int unnamed = others.size() - FindingGroup.NAMES;
    if (unnamed > 0) {
      page.line(" ".repeat(MARGIN) + "and " + Counted.number(unnamed) + " more");
    }
  }

  private static void writeFix(TextPage page, Finding finding) {
    String closes =
        finding.fix().isEmpty() ? "" : " (" + Wording.closes(finding.fix().getFirst()) + ")";
    page.block("  fix", MARGIN, Wording.fix(finding) + closes);
    for (FixSet fix : finding.fix().take(1)) {
      fix.changes().forEach(change -> page.line(" ".repeat(MARGIN) + Wording.change(change)));
    }
  }
}
