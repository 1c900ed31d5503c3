/**
 * The nouns that cross a border between two stages.
 *
 * <p>In: nothing. Out: records, enums and sealed types that every stage imports. Chosen: nouns in
 * the middle and stages around them, so that "who may know whom" is one sentence. A noun enters
 * here only when two stages use it. The only behaviour is construction, comparison, and the two
 * pure functions that fix the meaning of a severity ({@link dev.ambit.model.Severity#of} and {@link
 * dev.ambit.model.Gates#weight}).
 */
@NullMarked
package dev.ambit.model;

import org.jspecify.annotations.NullMarked;
