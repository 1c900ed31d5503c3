/** A room of the planted house. */
@NullMarked
package dev.ambit.planted.report;

import org.jspecify.annotations.NullMarked;
