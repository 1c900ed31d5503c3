package dev.ambit.model.request;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * The answer to one action on one resource of a simulated request.
 *
 * @param missingContext context keys that policies ask for and the request does not give, sorted
 */
public record SimulatedResult(
    String action, String resource, AccessRuling ruling, ImmutableList<String> missingContext) {}
