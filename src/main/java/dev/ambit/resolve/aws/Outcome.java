package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Verbs;

/**
 * What one statement gives one principal.
 *
 * @param dependsOn the conditions that cannot be decided; empty if there is none
 * @param byTrust whether the trust policy of each target must agree
 */
record Outcome(
    Verbs verbs, NodeSet targets, String dependsOn, Certainty certainty, boolean byTrust) {}
