package dev.ambit.model;

import java.util.Comparator;

/**
 * A finding that an earlier run had. Sorted by rule, subject, object.
 *
 * @param severity at its worst, then
 */
public record KnownFinding(String rule, String subject, String object, Severity severity)
    implements Comparable<KnownFinding> {
  private static final Comparator<KnownFinding> ORDER =
      Comparator.comparing(KnownFinding::rule)
          .thenComparing(KnownFinding::subject)
          .thenComparing(KnownFinding::object)
          .thenComparing(KnownFinding::severity);

  public static KnownFinding of(Finding finding) {
    return new KnownFinding(
        finding.rule(), finding.subject(), finding.object(), finding.severity());
  }

  public String id() {
    return Finding.id(rule, subject, object);
  }

  @Override
  public int compareTo(KnownFinding other) {
    return ORDER.compare(this, other);
  }
}
