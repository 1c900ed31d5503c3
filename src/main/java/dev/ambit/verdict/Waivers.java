package dev.ambit.verdict;

import dev.ambit.model.Circumstances;
import dev.ambit.model.Finding;
import dev.ambit.model.Heads;
import dev.ambit.model.Levels;
import dev.ambit.model.Note;
import dev.ambit.model.Waived;
import dev.ambit.model.WaiverEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Excuses findings by waivers that stand, and says of every other waiver why it does not. */
public final class Waivers {
  /** A waiver that runs longer is no decision any more but a habit. */
  public static final int DAYS = 180;

  /** Audiences, those of fewer people first. */
  public static final Comparator<Heads> NARROWEST_FIRST = Standing::compare;

  private final Levels levels;
  private final Function<Finding, String> level;
  private final LocalDate at;

  private Waivers(Levels levels, Function<Finding, String> level, LocalDate at) {
    this.levels = levels;
    this.level = level;
    this.at = at;
  }

  /**
   * What waivers make of findings.
   *
   * @param open those that count, in their order
   * @param waived those that do not, in their order
   * @param notes one for each waiver that does not stand, or stands for nothing
   */
  public record Excused(
      ImmutableList<Finding> open, ImmutableList<Waived> waived, ImmutableList<Note> notes) {
    /** Where there is no waiver. */
    public static Excused none(ImmutableList<Finding> findings) {
      return new Excused(findings, Lists.immutable.empty(), Lists.immutable.empty());
    }
  }

  /**
   * Splits the findings.
   *
   * @param level the highest level that a finding goes over; empty if none is known
   */
  public static Excused apply(
      ImmutableList<WaiverEntry> entries,
      ImmutableList<Finding> findings,
      Levels levels,
      Function<Finding, String> level,
      LocalDate at) {
    Waivers waivers = new Waivers(levels, level, at);
    MutableList<Finding> open = Lists.mutable.empty();
    MutableList<Waived> waived = Lists.mutable.empty();
    for (Finding finding : findings) {
      entries
          .detectOptional(entry -> waivers.excuses(entry, finding))
          .ifPresentOrElse(
              entry -> waived.add(new Waived(finding, entry.waiver())), () -> open.add(finding));
    }
    return new Excused(
        open.toImmutable(),
        waived.toImmutable(),
        entries.flatCollect(entry -> waivers.notes(entry, findings)));
  }

  /** Each entry by itself, in their order. */
  public static ImmutableList<WaiverReview> review(
      ImmutableList<WaiverEntry> entries,
      ImmutableList<Finding> findings,
      Levels levels,
      Function<Finding, String> level,
      LocalDate at) {
    Waivers waivers = new Waivers(levels, level, at);
    return entries.collect(
        entry -> {
          ImmutableList<Finding> covers = findings.select(entry.scope()::covers);
          ImmutableList<Finding> excuses =
              covers.select(finding -> waivers.excuses(entry, finding));
          return WaiverReview.of(entry, covers, excuses, at);
        });
  }

  private boolean excuses(WaiverEntry entry, Finding finding) {
    return entry.scope().covers(finding)
        && Standing.ended(entry, at).isEmpty()
        && lapsed(entry, finding).isEmpty();
  }

  private Optional<String> lapsed(WaiverEntry entry, Finding finding) {
    return Standing.lapsed(entry, finding, Circumstances.of(finding, level.apply(finding)), levels);
  }

  private ImmutableList<Note> notes(WaiverEntry entry, ImmutableList<Finding> findings) {
    ImmutableList<Finding> covered = findings.select(entry.scope()::covers);
    Optional<String> ended = Standing.ended(entry, at);
    if (ended.isPresent()) {
      return note(entry, ended.get() + counts(covered));
    }
    if (covered.isEmpty()) {
      return note(
          entry, "matches no finding; 'ambit waive prune' takes it out (" + words(entry) + ")");
    }
    return covered.flatCollect(
        finding ->
            lapsed(entry, finding)
                .map(
                    why ->
                        note(entry, "lapsed, since " + why + counts(Lists.immutable.of(finding))))
                .orElse(Lists.immutable.empty()));
  }

  private static String words(WaiverEntry entry) {
    return entry.scope().words();
  }

  private static String counts(ImmutableList<Finding> covered) {
    return switch (covered.size()) {
      case 0 -> ", and it matches no finding";
      case 1 -> "; " + covered.getFirst().id() + " counts again";
      default -> "; " + covered.size() + " findings count again";
    };
  }

  private static ImmutableList<Note> note(WaiverEntry entry, String what) {
    return Lists.immutable.of(Note.ofWaiver(entry.waiver().id(), what, entry.waiver().origin()));
  }
}
