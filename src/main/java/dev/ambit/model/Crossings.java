package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/** The paths that trace found, in one case. */
public interface Crossings {
  /** All of them, sorted. */
  ImmutableList<Crossing> all();

  /** Of one agent, sorted. */
  ImmutableList<Crossing> of(String agent);

  /** The highest severity over the crossings of an agent; {@link Severity#NONE} without any. */
  Severity worst(String agent);
}
