package dev.ambit.verdict;

import dev.ambit.model.Circumstances;
import dev.ambit.model.Finding;
import dev.ambit.model.Heads;
import dev.ambit.model.Levels;
import dev.ambit.model.Said;
import dev.ambit.model.WaiverEntry;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Whether one waiver still holds. Everything it does not say is no reason to go on. */
final class Standing {
  private static final ImmutableList<String> WIDER =
      Lists.immutable.of("everyone", "authenticated", "internet");

  private Standing() {}

  /** Why the entry excuses nothing on that day, as a clause; empty if it stands. */
  static Optional<String> ended(WaiverEntry entry, LocalDate at) {
    LocalDate until = entry.waiver().until();
    LocalDate from = entry.day().or(at);
    if (until.isBefore(at)) {
      return Optional.of("ended on " + until);
    }
    if (from.isAfter(at)) {
      return Optional.of("is dated " + from + ", which is after " + at);
    }
    if (until.isAfter(from.plusDays(Waivers.DAYS))) {
      return Optional.of(
          "runs until " + until + ", which is more than " + Waivers.DAYS + " days after " + from);
    }
    return Optional.empty();
  }

  /** Why it ended for this finding before its day; empty if it did not. */
  static Optional<String> lapsed(
      WaiverEntry entry, Finding finding, Circumstances now, Levels levels) {
    return Lists.immutable
        .of(byOwnWords(entry, now, levels), byFacts(entry, now, levels))
        .detectOptional(Optional::isPresent)
        .flatMap(each -> each);
  }

  private static Optional<String> byOwnWords(WaiverEntry entry, Circumstances now, Levels levels) {
    WaiverEntry.Lapses lapses = entry.lapses();
    if (lapses.audienceAbove() instanceof Said.Value<Long> most
        && isMore(now.audience(), Heads.of(most.said()))) {
      return Optional.of("the audience is " + now.audience() + ", above " + most.said());
    }
    if (lapses.levelAbove() instanceof Said.Value<String> highest
        && isHigher(now.level(), highest.said(), levels)) {
      return Optional.of("the level is " + named(now.level()) + ", above " + highest.said());
    }
    boolean otherPath =
        entry.facts().value().map(then -> !then.path().equals(now.path())).orElse(true);
    return lapses.pathChanges() && otherPath
        ? Optional.of("the path is another than when it was made")
        : Optional.empty();
  }

  private static Optional<String> byFacts(WaiverEntry entry, Circumstances now, Levels levels) {
    if (!(entry.facts() instanceof Said.Value<Circumstances> stored)) {
      return Optional.empty();
    }
    Circumstances then = stored.said();
    if (now.severity().compareTo(then.severity()) > 0) {
      return Optional.of(
          "the severity rose from " + then.severity().word() + " to " + now.severity().word());
    }
    if (isMore(now.audience(), then.audience())) {
      return Optional.of("the audience grew from " + then.audience() + " to " + now.audience());
    }
    if (isHigher(now.level(), then.level(), levels)) {
      return Optional.of(
          "the level rose from " + named(then.level()) + " to " + named(now.level()));
    }
    return now.paths() > then.paths()
        ? Optional.of(
            (now.paths() == 1 ? "there is 1 way" : "there are " + now.paths() + " ways")
                + ", and there were "
                + then.paths())
        : Optional.empty();
  }

  private static String named(String level) {
    return level.isEmpty() ? "not known" : level;
  }

  private static boolean isMore(Heads now, Heads then) {
    return compare(now, then) > 0;
  }

  /** "At least 12" is more than 12: it may be. A word is more than every number. */
  static int compare(Heads one, Heads other) {
    int byWord = Integer.compare(WIDER.indexOf(one.word()), WIDER.indexOf(other.word()));
    int byCount = byWord != 0 ? byWord : Long.compare(one.count(), other.count());
    return byCount != 0 ? byCount : Boolean.compare(one.atLeast(), other.atLeast());
  }

  /** A level that the ladder no longer knows is none to hold on to. */
  private static boolean isHigher(String now, String then, Levels levels) {
    return levels.rank(now).orElse(-1) > levels.rank(then).orElse(-1);
  }
}
