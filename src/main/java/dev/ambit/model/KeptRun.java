package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is remembered of a run, as far as later runs need it.
 *
 * @param whole whether every input was read and every rule answered; only then is a finding that it
 *     does not have really gone
 * @param found ids of all that it found, waived ones too: a waiver closes nothing. Sorted
 */
public record KeptRun(History.Run run, boolean whole, ImmutableList<String> found) {}
