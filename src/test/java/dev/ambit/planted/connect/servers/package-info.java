/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.connect.servers;

import org.jspecify.annotations.NullMarked;
