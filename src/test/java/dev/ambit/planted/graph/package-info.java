/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.graph;

import org.jspecify.annotations.NullMarked;
