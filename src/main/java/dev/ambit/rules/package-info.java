/**
 * Holds the rules and runs them: questions in text files, answers as findings.
 *
 * <p>In: rule files (ours from the jar or the working tree, a user's from a folder) and the {@link
 * dev.ambit.graph.AccessGraph} of each case. Out: {@link dev.ambit.model.Finding}s, sorted, and a
 * note for each rule that hit its limit. Chosen: plain SPARQL in two neighbour files, checked when
 * loaded and not when somebody debugs; the header stands in comments, so that any SPARQL tool can
 * run the text as it is. Rule files are code from outside: what they must not say is refused here
 * for the sake of the message, and made impossible in {@code graph} for the sake of safety.
 */
@NullMarked
package dev.ambit.rules;

import org.jspecify.annotations.NullMarked;
