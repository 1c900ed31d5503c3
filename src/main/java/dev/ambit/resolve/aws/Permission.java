package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Origin;

/**
 * That a principal may do one action, by one statement, after denies and limits.
 *
 * @param on the known nodes it may do it on
 * @param anywhere whether it may do it somewhere at all, be it on something not known
 * @param dependsOn the conditions that cannot be decided; empty if there is none
 */
record Permission(
    String action,
    String grant,
    Origin origin,
    String pattern,
    NodeSet on,
    boolean anywhere,
    String dependsOn,
    Certainty certainty) {

  boolean isBySame(Permission other) {
    return action.equals(other.action) && grant.equals(other.grant) && origin.equals(other.origin);
  }

  /** Sorts the certain before what depends, and observed before assumed. */
  int doubt() {
    return (dependsOn.isEmpty() ? 0 : 2) + (certainty == Certainty.OBSERVED ? 0 : 1);
  }
}
