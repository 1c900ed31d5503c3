package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One flaw, with all that shows it. Its identity is rule, subject and object: never a line number,
 * a count or a message. Sorted worst first, then by rule, subject, object.
 *
 * @param severity with every unknown at its worst
 * @param severityBest with every unknown at its best; {@link Severity#NONE}: there may be no path
 * @param message one sentence, the same in every output
 * @param paths at most ten, worst first, then shortest
 * @param pathsTotal how many there are
 * @param evidence where the flaw is in the input; the first is the place to look
 */
@RecordBuilder
public record Finding(
    String rule,
    String title,
    String subject,
    String object,
    Severity severity,
    Severity severityBest,
    Certainty certainty,
    Status status,
    String message,
    String why,
    String fixAdvice,
    Audience audience,
    ImmutableList<GateUse> gates,
    ImmutableList<ExposurePath> paths,
    int pathsTotal,
    ImmutableList<FixSet> fix,
    ImmutableList<Framework> frameworks,
    ImmutableList<Origin> evidence)
    implements Comparable<Finding>, FindingBuilder.With {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::object);

  /** Where it stands against the baseline. */
  public enum Status {
    NEW,
    KNOWN,
    GONE
  }

  /**
   * {@code F-} and the first 12 hex digits of SHA-256 over rule, line feed, subject, line feed,
   * object.
   */
  public String id() {
    return id(rule, subject, object);
  }

  public static String id(String rule, String subject, String object) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((rule + "\n" + subject + "\n" + object).getBytes(StandardCharsets.UTF_8));
      return "F-" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether best and worst case differ: a fact is missing that decides it. */
  public boolean isRange() {
    return severity != severityBest;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
