/**
 * What was found before any rule, in a file: the next run of the same inputs need not read them.
 */
@NullMarked
package dev.ambit.snapshot;

import org.jspecify.annotations.NullMarked;
