/**
 * Finds the ways from an agent to data: what it can do, who would see it, and the path that shows
 * it.
 *
 * <p>In: {@link dev.ambit.model.AccessMap}. Out: {@link dev.ambit.model.Crossings} and {@link
 * dev.ambit.model.Reach}, once with every unknown at its worst and once at its best. Chosen: per
 * agent and on demand, since agents are few and pairs of principals and data are not; sets of
 * people are bitmaps, and a witness is kept only for the worst way. The table of what is not said
 * is read in one class, {@link dev.ambit.trace.Assumed}, and nowhere else.
 */
@NullMarked
package dev.ambit.trace;

import org.jspecify.annotations.NullMarked;
