package dev.ambit.model;

import java.time.LocalDate;

/**
 * An entry of a waiver file: which findings it speaks of, what was decided, and when that ends.
 *
 * @param scope the findings it speaks of
 * @param day when it was decided
 * @param lapses what ends it before its last day
 * @param facts what was true when it was made
 */
public record WaiverEntry(
    Waiver waiver, Scope scope, Said<LocalDate> day, Lapses lapses, Said<Circumstances> facts) {

  /** Findings, by their id or by a pattern for each of their three parts. */
  public sealed interface Scope {
    boolean covers(Finding finding);

    /** As a sentence names it. */
    String words();
  }

  /** One finding. */
  public record OneFinding(String id) implements Scope {
    @Override
    public boolean covers(Finding finding) {
      return finding.id().equals(id);
    }

    @Override
    public String words() {
      return id;
    }
  }

  /** Every finding whose rule, subject and object match; {@code *} is any run of characters. */
  public record Pattern(String rule, String subject, String object) implements Scope {
    @Override
    public boolean covers(Finding finding) {
      return Glob.covers(rule, finding.rule())
          && Glob.covers(subject, finding.subject())
          && Glob.covers(object, finding.object());
    }

    @Override
    public String words() {
      return rule + " " + subject + " " + object;
    }

    public boolean isBroad() {
      return (rule + subject + object).indexOf('*') >= 0;
    }
  }

  /**
   * What ends it early, besides a stored fact that becomes worse.
   *
   * @param audienceAbove more uncleared people than this
   * @param levelAbove data above this level
   * @param pathChanges any other way than the one that was seen
   */
  public record Lapses(Said<Long> audienceAbove, Said<String> levelAbove, boolean pathChanges) {
    public static final Lapses NEVER = new Lapses(Said.nothing(), Said.nothing(), false);
  }
}
