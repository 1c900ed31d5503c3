/**
 * Reads what an organisation already has: files to facts.
 *
 * <p>In: paths. Out: {@link dev.ambit.model.Facts}, every one with the place where it stands. A
 * file that cannot be read, or a record in it, becomes an error note with file, line and pointer;
 * the rest goes on. Chosen: one connector for each kind of source, found by asking each in a fixed
 * order, since a list is a compile error when it is wrong and a service loader is silence. Secrets
 * never leave a connector: they are replaced by kind and place while reading.
 *
 * <p>Each package below is one source and knows no other, except {@code servers}, which is no
 * source: it is what the clients of MCP have in common.
 */
@NullMarked
package dev.ambit.connect;

import org.jspecify.annotations.NullMarked;
