package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Waived;
import dev.ambit.report.Counted;
import java.time.temporal.ChronoUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A waiver in force.
 *
 * @param ends how long it still holds
 * @param soon whether it ends within thirty days
 */
public record WaiverRow(Waived waived, String ends, boolean soon) {
  private static final int SOON = 30;

  /** What ends first comes first. */
  static ImmutableList<WaiverRow> of(AnalysisResult result) {
    return result
        .waived()
        .toSortedListBy(waived -> waived.waiver().until())
        .collect(
            waived -> {
              long days = ChronoUnit.DAYS.between(result.at(), waived.waiver().until());
              return new WaiverRow(
                  waived,
                  days <= 0 ? "in force, today for the last time" : "in force, " + left(days),
                  days <= SOON);
            })
        .toImmutable();
  }

  private static String left(long days) {
    return Counted.of(days, "day") + " left";
  }

  /** Who approved it, or that nobody is named. */
  public String approver() {
    return waived.waiver().approver().isEmpty() ? "nobody is named" : waived.waiver().approver();
  }

  /** The reason, and where it was discussed. */
  public String reason() {
    return waived.waiver().reason()
        + (waived.waiver().ticket().isEmpty() ? "" : " (" + waived.waiver().ticket() + ")");
  }

  /** "accept", "false positive". */
  public String decision() {
    return waived.waiver().decision().word().replace('-', ' ');
  }
}
