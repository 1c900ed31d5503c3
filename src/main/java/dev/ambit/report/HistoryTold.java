package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.Finding;
import dev.ambit.model.History;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** Runs that were kept, in words. */
public final class HistoryTold {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private HistoryTold() {}

  /** "2026-11-25 02:15 failed 1 critical, 2 high, 0 medium, 0 low, 0 info; 1 waived". */
  public static String line(History.Run run) {
    return time(run) + "  " + TextPage.padded(run.status().word(), 10) + "  " + counts(run);
  }

  /** "2026-11-25 02:15", in UTC. */
  public static String time(History.Run run) {
    return MINUTE.format(run.time());
  }

  public static String counts(History.Run run) {
    FindingCounts open = run.findings();
    return open.critical()
        + " critical, "
        + open.high()
        + " high, "
        + open.medium()
        + " medium, "
        + open.low()
        + " low, "
        + open.info()
        + " info; "
        + open.waived()
        + " waived";
  }

  /** "14 days, since 2026-11-11 02:15" with "; it was gone before" where it came back. */
  public static String age(History.Age age) {
    return Counted.of(age.days(), "day")
        + ", since "
        + MINUTE.format(age.since())
        + (age.isReopened()
            ? "; it was there on " + MINUTE.format(age.first()) + ", then gone"
            : "");
  }

  /** A finding of this result, and how long it is there. */
  public record Aged(Finding finding, History.Age age) {}

  /** The open ones that came back first, then the oldest. */
  public static ImmutableList<Aged> aged(AnalysisResult result) {
    var byId = result.findings().toImmutableMap(Finding::id, each -> each);
    return result
        .history()
        .open()
        .select(age -> byId.containsKey(age.finding()))
        .collect(age -> new Aged(byId.get(age.finding()), age))
        .toImmutableSortedListBy(aged -> !aged.age().isReopened());
  }

  /** "3 runs were kept; of 4 open findings the oldest is open for 14 days, and 1 came back." */
  public static String summary(AnalysisResult result) {
    ImmutableList<Aged> open = aged(result);
    int back = open.count(aged -> aged.age().isReopened());
    String runs =
        Counted.of(result.history().runs().size(), "run")
            + Counted.verb(result.history().runs().size(), " is", " are")
            + " kept";
    return open.isEmpty()
        ? runs + "; nothing is open"
        : runs
            + "; the oldest of "
            + Counted.of(open.size(), "open finding")
            + " is there for "
            + Counted.of(open.collectLong(aged -> aged.age().days()).max(), "day")
            + (back == 0 ? "" : ", and " + Counted.number(back) + " came back after being gone");
  }
}
