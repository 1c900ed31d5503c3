/**
 * Decides what a gate acts on.
 *
 * <p>In: findings, gaps, notes, how much was read, and what people decided before: waivers excuse a
 * finding as long as they stand, a baseline only knows it. Out: {@link dev.ambit.model.Verdict}
 * with every reason that applies, and the exit code that follows from it. Chosen: one pure function
 * over all findings before any are left out of a report, since a verdict over a shortened list
 * would be a different verdict. Nothing found and nothing evaluated never give the same answer.
 */
@NullMarked
package dev.ambit.verdict;

import org.jspecify.annotations.NullMarked;
