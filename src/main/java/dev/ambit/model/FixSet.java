package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * Changes that together close a finding.
 *
 * @param say one sentence
 * @param cost in units of the cost table; lower is better
 * @param closes how many open findings it closes
 * @param lost what could be done and no longer can, a sentence each, sorted
 */
public record FixSet(
    ImmutableList<Change> changes, String say, int cost, int closes, ImmutableList<String> lost) {}
