/**
 * Reads what people decided about findings: waiver files and baselines.
 *
 * <p>In: a file. Out: {@link dev.ambit.model.Decisions}, with a note for each entry that is wrong.
 * Chosen: a file that cannot be read is refused whole, since nobody can tell what it would excuse;
 * an entry that is wrong excuses nothing and the others stand. It is no connector: nothing in these
 * files is a fact about an agent.
 */
@NullMarked
package dev.ambit.connect.decisions;

import org.jspecify.annotations.NullMarked;
