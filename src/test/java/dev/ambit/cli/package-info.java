/** The command line in its own process, which is a value here. */
@NullMarked
package dev.ambit.cli;

import org.jspecify.annotations.NullMarked;
