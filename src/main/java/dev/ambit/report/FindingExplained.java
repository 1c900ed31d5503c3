package dev.ambit.report;

import dev.ambit.model.Audience;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Framework;
import dev.ambit.model.Gap;
import dev.ambit.model.GateUse;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import org.eclipse.collections.api.list.ImmutableList;

/** All that is known of one finding, for somebody who has to decide about it. */
public final class FindingExplained {
  private static final int MARGIN = 9;

  private FindingExplained() {}

  /**
   * Every path with its places, every gate, every way to close it, and the lists that speak of it.
   *
   * @param gaps of the whole result: those that touch the finding say why it is a range
   */
  public static String text(Finding finding, ImmutableList<Gap> gaps, TextLook look) {
    TextPage page = new TextPage(look);
    page.severity(finding.severity(), "[" + finding.rule() + "] " + finding.id());
    page.block("", 2, finding.message());
    if (finding.isRange()) {
      page.block("", 2, "It is " + Wording.range(finding, gaps) + ".");
    }
    page.blank();
    page.block("why", MARGIN, finding.why());
    writeEvidence(page, finding);
    for (ExposurePath path : finding.paths().reject(TextFinding::isAbout)) {
      page.blank();
      String severity = path.severity() == Severity.INFO ? "" : ", " + path.severity().word();
      page.line("one way" + severity + ":");
      TextFinding.writePath(page, path);
    }
    int unwritten = finding.pathsTotal() - finding.paths().size();
    if (unwritten > 0) {
      page.line("and " + Counted.of(unwritten, "more way") + " like these");
    }
    page.blank();
    writeAudience(page, finding.audience());
    for (GateUse gate : finding.gates()) {
      page.block("gate", MARGIN, Wording.gate(gate));
    }
    writeFixes(page, finding);
    for (Framework framework : finding.frameworks()) {
      page.block(
          "see", MARGIN, framework.id() + " " + framework.title() + " (" + framework.list() + ")");
    }
    writeNext(page, finding);
    return page.toString();
  }

  /** What to do once it is understood. */
  private static void writeNext(TextPage page, Finding finding) {
    page.line(
        TextPage.padded("verify", MARGIN)
            + "ambit fix --finding "
            + finding.id()
            + " PATH…   makes the change in a copy and scans it");
    page.line(
        TextPage.padded("waive", MARGIN)
            + "ambit waive add --waivers FILE --finding "
            + finding.id()
            + " --reason WHY --owner WHO --until DATE PATH…");
  }

  private static void writeEvidence(TextPage page, Finding finding) {
    String label = "where";
    for (Origin place : finding.evidence()) {
      page.line(TextPage.padded(label, MARGIN) + place);
      label = "";
    }
  }

  private static void writeAudience(TextPage page, Audience audience) {
    if (audience.groups().notEmpty()) {
      page.block("seen by", MARGIN, audience.groups().makeString(", "));
    }
    if (audience.sample().notEmpty()) {
      page.block("among", MARGIN, "people not cleared: " + audience.sample().makeString(", "));
    }
  }

  private static void writeFixes(TextPage page, Finding finding) {
    page.block("fix", MARGIN, finding.fixAdvice());
    for (FixSet fix : finding.fix()) {
      page.block("or", MARGIN, fix.say() + " (" + Wording.closes(fix) + ")");
      fix.changes().forEach(change -> page.line(" ".repeat(MARGIN) + Wording.change(change)));
    }
  }
}
