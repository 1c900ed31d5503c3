package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * Who really can do what, and why: the facts with one node for each name, and the rights.
 *
 * @param facts joined: each list sorted by id, each id once, every name an id and no alias
 * @param nodes the dictionary of all ids
 * @param rights sorted by holder, then by grant
 * @param undeclared names that are used and declared nowhere, each once, sorted
 */
public record AccessMap(
    Facts facts, Nodes nodes, ImmutableList<Right> rights, ImmutableList<Ref> undeclared) {}
