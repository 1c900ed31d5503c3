/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.connect.right;

import org.jspecify.annotations.NullMarked;
