/** door plate. */
@NullMarked
package dev.ambit.connect.claude;

import org.jspecify.annotations.NullMarked;
