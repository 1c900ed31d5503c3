/** What was resolved, in a file: the next run of the same inputs need not read them again. */
@NullMarked
package dev.ambit.snapshot;

import org.jspecify.annotations.NullMarked;
