/** Measures whole scans of made-up organisations. Ships nothing. */
@NullMarked
package dev.ambit.bench;

import org.jspecify.annotations.NullMarked;
