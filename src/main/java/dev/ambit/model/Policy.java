package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * A policy document in the language of the AWS family, as its source writes it. What it means is
 * decided in {@code resolve}, never while reading.
 *
 * @param id ARN of a managed policy, or {@code <holder>/inline/<name>}, or the resource's ARN
 * @param kind what the document does
 * @param holder the principal it is attached to, or the resource (a role for a trust policy) it
 *     guards
 * @param version {@code 2008-10-17} or {@code 2012-10-17}
 */
public record Policy(
    String id,
    Kind kind,
    String holder,
    String version,
    ImmutableList<Statement> statements,
    Origin origin) {

  /** What a policy document does for its holder. */
  public enum Kind {
    /** Grants to the principal it is attached to. */
    IDENTITY,
    /** Limits what the principal's identity policies can give. */
    BOUNDARY,
    /** Stands on a resource and says who may use it. */
    RESOURCE,
    /** Stands on a role and says who may assume it. */
    TRUST
  }

  /**
   * One statement. Lists are as written; of each pair at most one is not empty.
   *
   * @param id the grant id of contract/inventory.md: {@code <policy>#<Sid>} or {@code #} and 8 hex
   * @param principals {@code *}, or type and value such as {@code AWS:arn:aws:iam::1:root}
   * @param conditions operator to {@code key=value} texts; empty when there is none
   */
  public record Statement(
      String id,
      boolean allow,
      ImmutableList<String> principals,
      ImmutableList<String> notPrincipals,
      ImmutableList<String> actions,
      ImmutableList<String> notActions,
      ImmutableList<String> resources,
      ImmutableList<String> notResources,
      ImmutableList<Condition> conditions,
      Origin origin) {}

  /** One operator, key and its values of a condition block. */
  public record Condition(String operator, String key, ImmutableList<String> values) {}
}
