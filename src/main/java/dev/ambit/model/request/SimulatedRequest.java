package dev.ambit.model.request;

import java.util.Map;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One call of {@code SimulateCustomPolicy}: some actions on some resources, by one caller.
 *
 * @param id as its JSON text, so that a number stays one
 * @param caller an ARN, the name of a service, {@code Anonymous}; empty if it names nobody
 * @param resources names, patterns or {@code *}; empty if it names none
 * @param owner twelve digits: the account of resources that do not name theirs; may be empty
 * @param context values by key in small letters; a key with no value is not there
 * @param listKeys those whose type is a list, even of one value
 */
public record SimulatedRequest(
    String id,
    String caller,
    ImmutableList<String> actions,
    ImmutableList<String> resources,
    String owner,
    Map<String, ImmutableList<String>> context,
    Set<String> listKeys,
    LayeredPolicies policies) {}
