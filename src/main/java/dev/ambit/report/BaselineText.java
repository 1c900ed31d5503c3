package dev.ambit.report;

import dev.ambit.model.KnownFinding;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A baseline as text: sorted, a block for each finding, and nothing in it that moves by itself, so
 * that two people's changes seldom meet.
 */
public final class BaselineText {
  private BaselineText() {}

  /** The whole file. */
  public static String of(ImmutableList<KnownFinding> findings) {
    return """
        # Findings that were there when this file was written: known, and decided by nobody.
        # Written by 'ambit baseline write'; a scan reads it and never changes it.
        baseline: 1
        findings:%s
        """
        .formatted(
            findings.isEmpty()
                ? " []"
                : findings.toSortedList().collect(BaselineText::block).makeString(""));
  }

  private static String block(KnownFinding finding) {
    return "\n  - id: "
        + finding.id()
        + "\n    rule: "
        + YamlText.of(finding.rule())
        + "\n    subject: "
        + YamlText.of(finding.subject())
        + "\n    object: "
        + YamlText.of(finding.object())
        + "\n    severity: "
        + finding.severity().word();
  }
}
