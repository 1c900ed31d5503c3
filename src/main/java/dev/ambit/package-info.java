/**
 * The straight line from files to verdict, and what one run is asked.
 *
 * <p>In: {@link dev.ambit.Options}. Out: {@link dev.ambit.model.AnalysisResult}. Chosen: one method
 * that names every stage in its order, so that reading it is reading the design; the stages meet
 * here and nowhere else.
 */
@NullMarked
package dev.ambit;

import org.jspecify.annotations.NullMarked;
