package dev.ambit.verdict;

import dev.ambit.model.Finding;
import dev.ambit.model.WaiverEntry;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One waiver, looked at on one day.
 *
 * @param covers what it speaks of and is there, excused or not
 * @param excuses what it excuses
 * @param isOver whether its time is over, or it runs too long
 */
public record WaiverReview(
    WaiverEntry entry,
    ImmutableList<Finding> covers,
    ImmutableList<Finding> excuses,
    boolean isOver,
    LocalDate at) {
  private static final long SOON = 30;

  /** Of the findings, open and waived, as they are without any waiver. */
  static WaiverReview of(
      WaiverEntry entry,
      ImmutableList<Finding> covers,
      ImmutableList<Finding> excuses,
      LocalDate at) {
    return new WaiverReview(entry, covers, excuses, Standing.ended(entry, at).isPresent(), at);
  }

  /** Whether it excuses all that it speaks of, and that is something. */
  public boolean stands() {
    return excuses.notEmpty() && excuses.size() == covers.size();
  }

  public boolean canGo() {
    return covers.isEmpty() || entry.waiver().until().isBefore(at);
  }

  public long daysLeft() {
    return ChronoUnit.DAYS.between(at, entry.waiver().until());
  }

  public boolean endsSoon() {
    return stands() && daysLeft() <= SOON;
  }
}
