package dev.ambit.trace;

import dev.ambit.model.Hop;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A principal that an agent can act as, and how it comes to that.
 *
 * @param hops from the agent to the principal
 * @param how whether it was given to the agent, or the agent takes it
 * @param credential the credential by which it is obtained; empty if by none
 */
record Actor(int principal, ImmutableList<Hop> hops, How how, String credential) {
  /** How an agent comes to act as a principal. */
  enum How {
    /** Its identity, or a credential it carries. */
    GIVEN,
    /** It may assume it, or impersonate it. */
    ASSUMED,
    /** It can read a credential, or run code that acts as the principal. */
    TAKEN
  }
}
