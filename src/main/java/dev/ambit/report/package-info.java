/**
 * Says what was found, to a person or to a program.
 *
 * <p>In: one {@link dev.ambit.model.AnalysisResult}. Out: bytes; the same result gives the same
 * bytes. Every output is a function of that one record and of nothing else, so that no two of them
 * can disagree; sentences come from the findings and are printed, never rephrased. Names are
 * hostile: each output makes them harmless for the place where it writes them, at the moment it
 * writes them. Chosen: one class for each output and one list, since a list is a compile error when
 * it is wrong.
 */
@NullMarked
package dev.ambit.report;

import org.jspecify.annotations.NullMarked;
