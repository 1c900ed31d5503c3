/** Worlds made by chance, and what must be so in all of them. A failure names the world's seed. */
@NullMarked
package dev.ambit.worlds;

import org.jspecify.annotations.NullMarked;
