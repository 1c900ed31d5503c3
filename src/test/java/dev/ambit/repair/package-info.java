/**
 * Tests of the changes that close findings, and the slow, obvious search they are compared with.
 */
@NullMarked
package dev.ambit.repair;

import org.jspecify.annotations.NullMarked;
