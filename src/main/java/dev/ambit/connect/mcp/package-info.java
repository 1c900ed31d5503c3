/** door plate. */
@NullMarked
package dev.ambit.connect.mcp;

import org.jspecify.annotations.NullMarked;
