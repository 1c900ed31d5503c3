/**
 * Supposes that something goes wrong, and says what the facts would be then.
 *
 * <p>In: the facts as read. Out: changed facts, one set for each supposition, to be judged like any
 * others. Chosen: a supposition is a change of facts and no second set of rules, so that it cannot
 * disagree with a scan. Not chosen: probabilities; nobody knows them, and what one failure opens is
 * a fact.
 */
@NullMarked
package dev.ambit.stress;

import org.jspecify.annotations.NullMarked;
