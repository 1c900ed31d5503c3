package dev.ambit.model;

import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Who really can do what, and why: the facts with one node for each name, and the rights.
 *
 * @param facts joined: each list sorted by id, each id once, every name an id and no alias; without
 *     policies, which are rights now
 * @param nodes the dictionary of all ids
 * @param ranks how sensitive each node is
 * @param rights sorted by holder, then by grant
 * @param named what each name or pattern that a tool, a knowledge source, an input, a workspace or
 *     a budget is on covers, contents included
 * @param undeclared names that are used and declared nowhere, each once, sorted
 * @param statements how many policy statements were decided; they are not kept
 * @param at the day the judgement is made for
 */
public record AccessMap(
    Facts facts,
    Nodes nodes,
    Ranking ranks,
    ImmutableList<Right> rights,
    ImmutableMap<String, NodeSet> named,
    ImmutableList<Ref> undeclared,
    int statements,
    LocalDate at) {}
