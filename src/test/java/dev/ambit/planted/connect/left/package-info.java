/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.connect.left;

import org.jspecify.annotations.NullMarked;
