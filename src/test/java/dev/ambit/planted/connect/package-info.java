/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.connect;

import org.jspecify.annotations.NullMarked;
