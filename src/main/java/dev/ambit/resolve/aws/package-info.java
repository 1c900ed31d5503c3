/**
 * Decides as AWS does who may do what: policies in, rights out.
 *
 * <p>In: policies as written, and the names of all nodes. Out: {@link dev.ambit.model.Right}s, with
 * denies, boundaries, trust and conditions already in them; and the assets and principals that only
 * policies name. The order of decision stands in {@link dev.ambit.resolve.aws.DecisionOrder}: an
 * explicit deny, then every layer that limits, then what allows. A further layer (a service control
 * policy, a session policy) is one more list of statements there.
 *
 * <p>Chosen: deciding per statement, action and pattern, with sets of nodes, and not per principal
 * and resource, which no account of size survives. An object and its bucket are one asset, so a
 * statement about some objects gives its right on the bucket, and a deny takes the right away only
 * if it covers all that the statement allows there. Semantics: the IAM guide, "Policy evaluation
 * logic" and "IAM JSON policy elements reference".
 */
@NullMarked
package dev.ambit.resolve.aws;

import org.jspecify.annotations.NullMarked;
