package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * A policy document in the language of the AWS family, as its source writes it. What it means is
 * decided in {@code resolve}, never while reading.
 *
 * @param id ARN of a managed policy, or {@code <holder>/inline/<name>}, or the resource's ARN
 * @param kind what the document does
 * @param holder the principal it is attached to, the resource (a role for a trust policy) it
 *     guards, or the account, unit or root of an organisation it hangs on
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
    /** A grant of a key, in the words of a policy: enough by itself, whoever is granted. */
    GRANT,
    /**
     * A permission of Lake Formation on tables, in the words of a policy. It gives nothing without
     * IAM, and IAM gives nothing without it unless it names everyone.
     */
    DATA_LAKE,
    /** Stands on a role and says who may assume it. */
    TRUST,
    /** A bucket's access control list, in the words of a policy. */
    ACCESS_LIST,
    /**
     * Limits what the principals of accounts can do. Its holder is the account as an asset, or an
     * organisational unit or root that contains it.
     */
    SERVICE_CONTROL,
    /** The same for what can be done to the resources of accounts, whoever does it. */
    RESOURCE_CONTROL,
    /** Limits what goes through its holder, an endpoint of a private network. */
    ENDPOINT;

    /** Whether the holder is a principal. */
    public boolean isOnPrincipal() {
      return this == IDENTITY || this == BOUNDARY || this == TRUST;
    }

    /** Whether the holder is the thing that the policy opens to those it names. */
    public boolean isOnResource() {
      return this == RESOURCE || this == GRANT || this == ACCESS_LIST;
    }

    /** Whether it comes from the organisation above an account. */
    public boolean isOfOrganisation() {
      return this == SERVICE_CONTROL || this == RESOURCE_CONTROL;
    }
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
