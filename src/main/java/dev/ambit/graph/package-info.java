/**
 * The meeting place for rules: one read-only RDF graph of what is known in one case.
 *
 * <p>In: {@link dev.ambit.model.AccessMap}, {@link dev.ambit.model.Reach}, {@link
 * dev.ambit.model.Crossings}, gaps. Out: rows of a query, and the nouns behind a row. Chosen: a
 * graph that routes by predicate. What is said of a node (labels, owners, gates, dates) lies in a
 * small graph in memory; who reaches what is answered from {@code Reach} when asked, since there
 * are millions of pairs and nobody wants all; a crossing is a node that is answered from its
 * record. Not property functions: the engine never moves those before or behind a triple pattern,
 * so the order of a rule's lines would decide between milliseconds and hours. Rule files are code
 * from outside, so the only way to ask is {@link dev.ambit.graph.AccessGraph#select}, which runs in
 * a closed context, on a thread of its own, under limits.
 */
@NullMarked
package dev.ambit.graph;

import org.jspecify.annotations.NullMarked;
