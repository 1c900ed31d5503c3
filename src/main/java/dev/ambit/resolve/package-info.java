/**
 * Decides who really can do what, and why.
 *
 * <p>In: {@link dev.ambit.model.Facts}. Out: {@link dev.ambit.model.AccessMap}. Names and aliases
 * are joined, containers, wildcards, denies, boundaries and conditions are decided here, once, with
 * reasons; later stages never see a policy. Chosen: before the graph and not from it, since a rule
 * that met raw grants would have to invent deny and wildcard logic again.
 */
@NullMarked
package dev.ambit.resolve;

import org.jspecify.annotations.NullMarked;
