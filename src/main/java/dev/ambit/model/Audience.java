package dev.ambit.model;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The people who would see something.
 *
 * @param uncleared those of them who are not cleared for it
 * @param total all of them
 * @param groups names of the groups and built-ins among the readers, sorted
 * @param sample at most ten names of uncleared people, sorted
 */
public record Audience(
    Heads uncleared, Heads total, ImmutableList<String> groups, ImmutableList<String> sample) {
  public static final Audience NOBODY =
      new Audience(Heads.NOBODY, Heads.NOBODY, Lists.immutable.empty(), Lists.immutable.empty());
}
