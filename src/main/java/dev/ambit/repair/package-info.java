/**
 * Finds the smallest changes of the input that close a finding.
 *
 * <p>In: the facts, the findings, and a way to judge changed facts. Out: the same findings, each
 * with at most three sets of changes, cheapest first. Chosen: every set is tried before it is
 * shown, by judging the changed facts with all rules; a set that leaves the finding, opens another
 * or makes one worse is never shown. Not chosen: a fix written into each rule, which is right for
 * the world its author thought of, and a solver over the graph, which would have to know what the
 * rules mean.
 *
 * <p>{@link LeastChange} does the same for many findings together, and proves that no set of the
 * changes it considered costs less.
 *
 * <p>A change is made twice: in the facts, to judge it, and as a JSON pointer, to show it. Tests
 * apply the pointers to the files and scan again, so that the two cannot part.
 */
@NullMarked
package dev.ambit.repair;

import org.jspecify.annotations.NullMarked;
