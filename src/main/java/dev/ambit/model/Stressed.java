package dev.ambit.model;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a supposition opens.
 *
 * @param what the agent, credential or control it happens to
 * @param opens findings that are not there otherwise, or less severe; sorted
 * @param restricted those of them that go over data of a restricted level, or of the highest
 */
public record Stressed(
    Supposition.Kind kind,
    String agent,
    String what,
    ImmutableList<Finding> opens,
    ImmutableList<Finding> restricted) {}
