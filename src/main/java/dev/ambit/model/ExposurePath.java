package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * One way, from an agent to what it exposes: at least one hop, in the order of the way.
 *
 * @param severity of this path alone; info where the finding is no path finding
 */
public record ExposurePath(ImmutableList<Hop> hops, Severity severity) {
  public ExposurePath {
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("a path has a hop");
    }
  }

  /** Of its weakest hop. */
  public Certainty certainty() {
    return hops.collect(Hop::certainty).min();
  }
}
