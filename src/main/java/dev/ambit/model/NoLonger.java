package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * What somebody could do and no longer can.
 *
 * @param who a principal
 * @param things sorted
 */
public record NoLonger(String who, Verb verb, ImmutableList<String> things) {}
