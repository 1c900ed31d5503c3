/**
 * Reads the inventory: what no vendor export says.
 *
 * <p>In: YAML or JSON with the key {@code ambit}. Out: facts and settings, every list element with
 * its own line and pointer. A mistake drops the smallest record (one element of a section) and
 * becomes an error note; all mistakes of a file are collected. Chosen: one pass over tokens, one
 * small tree for each record, so that a large generated inventory never stands in memory as a tree;
 * and reading by hand rather than by data binding, since binding loses the place of a value and the
 * difference between absent and empty. What only several files together can say (levels, the same
 * id twice) is judged when they are joined.
 */
@NullMarked
package dev.ambit.connect.inventory;

import org.jspecify.annotations.NullMarked;
