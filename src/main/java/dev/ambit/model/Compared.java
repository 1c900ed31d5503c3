package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * How the findings of a run stand against an earlier day.
 *
 * @param with the file of the earlier day, as the person named it
 * @param fresh how many findings were not there
 * @param known how many were, and are no worse
 * @param worse those that are worse now, as they were
 * @param gone those that are not there any more, as they were
 * @param then what else the file says of that day; a baseline says nothing else
 */
public record Compared(
    String with,
    int fresh,
    int known,
    ImmutableList<KnownFinding> worse,
    ImmutableList<KnownFinding> gone,
    Said<Earlier> then) {}
