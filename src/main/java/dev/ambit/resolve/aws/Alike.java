package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Actions that do the same and that no statement of any layer tells apart.
 *
 * @param denies statements about them that deny
 * @param doubtful statements that deny under a condition that cannot be decided
 * @param limits for each limiting layer, the statements about them by which it allows
 */
record Alike(
    Family family,
    ImmutableList<Statement> denies,
    ImmutableList<Statement> doubtful,
    ImmutableList<ImmutableList<Limit>> limits) {

  /**
   * A statement by which a limiting layer allows.
   *
   * @param dependsOn its conditions where they cannot be decided; empty if they hold
   */
  record Limit(Statement statement, String dependsOn) {}
}
