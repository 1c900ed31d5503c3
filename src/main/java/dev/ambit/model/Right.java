package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What one statement or grant gives its holder, after everything that can be decided was decided.
 * Sorted into {@link AccessMap} by holder, then by grant.
 *
 * @param holder number of the principal or agent it is written for; groups are not expanded
 * @param targets assets, channels, principals and agents it covers, containment included; denied
 *     ones are already left out where the source decides that by itself (AWS), and are rights of
 *     their own with {@code deny} where it does not (inventory)
 * @param grant the grant's id, as in findings
 * @param pattern what the input says it is on
 * @param wide whether it is a wildcard or administrator grant: any verb, or on everything, or on a
 *     pattern
 * @param how what it takes besides the grant, as a sentence goes on; empty if the grant is enough
 * @param dependsOn text of the conditions that cannot be decided offline; empty when it is decided
 */
@RecordBuilder
public record Right(
    int holder,
    Verbs verbs,
    NodeSet targets,
    boolean deny,
    String dependsOn,
    Said<Ref> gate,
    String grant,
    String pattern,
    boolean wide,
    Said<Day> lastUsed,
    Certainty certainty,
    Origin origin,
    String how)
    implements RightBuilder.With {

  /** A right that its grant gives alone. */
  public Right(
      int holder,
      Verbs verbs,
      NodeSet targets,
      boolean deny,
      String dependsOn,
      Said<Ref> gate,
      String grant,
      String pattern,
      boolean wide,
      Said<Day> lastUsed,
      Certainty certainty,
      Origin origin) {
    this(
        holder, verbs, targets, deny, dependsOn, gate, grant, pattern, wide, lastUsed, certainty,
        origin, "");
  }

  public boolean isUndecided() {
    return !dependsOn.isEmpty();
  }
}
