package dev.ambit.model;

import dev.ambit.model.AnalysisResult.FindingCounts;
import java.time.Instant;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the runs that were kept found, this one included.
 *
 * @param runs the oldest first; the last is this one
 * @param open every finding that this run found, the oldest first, then by id
 */
public record History(ImmutableList<Run> runs, ImmutableList<Age> open) {
  /** No run was kept. */
  public static final History NONE = new History(Lists.immutable.empty(), Lists.immutable.empty());

  /**
   * One run.
   *
   * @param time when it was made, by the clock
   * @param status its verdict
   */
  public record Run(Instant time, Verdict.Status status, FindingCounts findings) {}

  /**
   * How long a finding is there.
   *
   * @param finding its id
   * @param first the first run that found it
   * @param since the first run of those that found it without a gap until now
   * @param days from {@code since} to this run, whole ones
   */
  public record Age(String finding, Instant first, Instant since, long days) {
    /** Whether it was gone in between: a run that read everything did not find it. */
    public boolean isReopened() {
      return !first.equals(since);
    }
  }

  public ImmutableList<Age> reopened() {
    return open.select(Age::isReopened);
  }
}
