/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.trace;

import org.jspecify.annotations.NullMarked;
