/**
 * The nouns of one question to AWS: may this caller do this action on this resource?
 *
 * <p>In: what a request says, with the policies of each layer. Out: one ruling, and what each layer
 * said. Readers make requests, {@code resolve} rules on them, reports write rulings down; none of
 * them knows another.
 */
@NullMarked
package dev.ambit.model.request;

import org.jspecify.annotations.NullMarked;
