/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.rules;

import org.jspecify.annotations.NullMarked;
