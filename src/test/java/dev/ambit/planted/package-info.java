/** A small house in which every rule of {@code Border} is broken on purpose, once at least. */
@NullMarked
package dev.ambit.planted;

import org.jspecify.annotations.NullMarked;
