/**
 * The nouns that cross a border between two stages.
 *
 * <p>In: nothing. Out: records, enums and sealed types that every stage imports. Chosen: nouns in
 * the middle and stages around them, so that "who may know whom" is one sentence. A noun enters
 * here only when two stages use it. The only behaviour is construction, comparison, and the pure
 * functions that must mean the same to all: what a severity is ({@link
 * dev.ambit.model.Severity#of}, {@link dev.ambit.model.Gates#weight}), and which name is nearest to
 * one that does not exist ({@link dev.ambit.model.Nearest}).
 */
@NullMarked
package dev.ambit.model;

import org.jspecify.annotations.NullMarked;
