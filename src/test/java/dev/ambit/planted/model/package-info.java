/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.model;

import org.jspecify.annotations.NullMarked;
