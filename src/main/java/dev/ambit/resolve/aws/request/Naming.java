package dev.ambit.resolve.aws.request;

/**
 * How a statement on a resource names the caller, from the least to the most. What other layers do
 * not allow still limits the one and not the other. Source: the IAM guide, "Policy evaluation for
 * requests within a single account", part "Evaluating identity-based policies with resource-based
 * policies".
 */
public enum Naming {
  /** Not at all. */
  NOT,
  /** As one of its account: the account's own policies must allow as well. */
  ACCOUNT,
  /** By the role of its session, or the user of its federated one: boundary and session limit. */
  HOLDER,
  /** As a user: a session policy would limit. */
  USER,
  /** As this very session, as a service, or as anyone: nothing limits. */
  ITSELF
}
