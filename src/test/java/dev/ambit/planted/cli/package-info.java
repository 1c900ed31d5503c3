/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.cli;

import org.jspecify.annotations.NullMarked;
