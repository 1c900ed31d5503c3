/**
 * Rules on one request as AWS does: policies of every layer in, one ruling out.
 *
 * <p>In: a {@link dev.ambit.resolve.aws.request.Asked} request, and statements compiled once. Out:
 * an {@link dev.ambit.model.request.AccessRuling} with every layer's answer. What wildcards,
 * variables, principals and condition operators mean is written here and nowhere else; the region
 * decisions of {@code resolve.aws}, which rule on many requests at once, ask these classes.
 *
 * <p>Chosen: statements are compiled for matching and know nothing of layers; the order of decision
 * ({@link dev.ambit.resolve.aws.request.Rulings}) sees only what matched. Each match is yes, no or
 * <i>depends</i>; a simulated request knows its whole context, so there it is never the last.
 */
@NullMarked
package dev.ambit.resolve.aws.request;

import org.jspecify.annotations.NullMarked;
