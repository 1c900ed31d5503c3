/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.verdict;

import org.jspecify.annotations.NullMarked;
