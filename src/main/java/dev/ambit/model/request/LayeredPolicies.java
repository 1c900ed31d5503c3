package dev.ambit.model.request;

import dev.ambit.model.Policy;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The policies that have a say in a request. An empty list is a layer that is not there, except for
 * identity policies, which everybody could have.
 *
 * @param boundary at most one in AWS; of several each one could allow
 * @param serviceControl one list a level of the caller's organisation, root first
 * @param resourceControl one list a level of the resource's organisation, root first
 * @param resource what stands on the resource: a bucket policy, a key policy, a trust policy
 */
public record LayeredPolicies(
    ImmutableList<Policy> identity,
    ImmutableList<Policy> boundary,
    ImmutableList<Policy> session,
    ImmutableList<ImmutableList<Policy>> serviceControl,
    ImmutableList<ImmutableList<Policy>> resourceControl,
    ImmutableList<Policy> resource,
    ImmutableList<Policy> endpoint) {

  /** No policy at all. */
  public static final LayeredPolicies NONE =
      new LayeredPolicies(
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty(),
          Lists.immutable.empty());

  /** All of them, in the order of their layers. */
  public ImmutableList<Policy> all() {
    return serviceControl
        .flatCollect(level -> level)
        .newWithAll(resourceControl.flatCollect(level -> level))
        .newWithAll(endpoint)
        .newWithAll(resource)
        .newWithAll(identity)
        .newWithAll(boundary)
        .newWithAll(session);
  }
}
