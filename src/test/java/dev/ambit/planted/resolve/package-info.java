/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.resolve;

import org.jspecify.annotations.NullMarked;
