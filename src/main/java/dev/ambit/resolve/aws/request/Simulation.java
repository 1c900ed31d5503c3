package dev.ambit.resolve.aws.request;

import dev.ambit.model.request.SimulatedRequest;
import dev.ambit.model.request.SimulatedResult;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Answers simulated requests: nothing is known but what the request says. */
public final class Simulation {
  private static final Pattern OWNED = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:(\\d{12}):.*");

  private Simulation() {}

  /** One answer for each action on each resource, in their order. */
  public static ImmutableList<SimulatedResult> of(SimulatedRequest request) {
    Caller caller = Caller.of(request.caller(), request.owner());
    CompiledPolicies policies = CompiledPolicies.of(request.policies());
    Context context = Context.complete(request.context(), request.listKeys()::contains);
    ImmutableList<String> missing =
        policies
            .contextKeys()
            .reject(key -> request.context().containsKey(key.toLowerCase(Locale.ROOT)));
    return request
        .actions()
        .flatCollect(
            action ->
                resources(request)
                    .collect(
                        resource ->
                            new SimulatedResult(
                                action,
                                resource,
                                Rulings.of(
                                    asked(request, caller, action, resource, context), policies),
                                missing)));
  }

  /** Who says on nothing in particular is told what is so of everything, as AWS does. */
  private static ImmutableList<String> resources(SimulatedRequest request) {
    return request.resources().isEmpty() ? Lists.immutable.of("*") : request.resources();
  }

  private static Asked asked(
      SimulatedRequest request, Caller caller, String action, String resource, Context context) {
    String owner = owner(resource, request, caller);
    Caller who = withAccount(caller, owner);
    return request.resources().isEmpty()
        ? Asked.of(who, action, resource, owner, context)
        : Asked.ofAny(who, action, resource, owner, context);
  }

  /** The account that the ARN names; else that of the request; else the caller's. */
  private static String owner(String resource, SimulatedRequest request, Caller caller) {
    Matcher arn = OWNED.matcher(resource);
    if (arn.matches()) {
      return arn.group(1);
    }
    return request.owner().isEmpty() ? caller.account() : request.owner();
  }

  /** Whoever has no name asks in the account of the resource. */
  private static Caller withAccount(Caller caller, String owner) {
    return caller.kind() == Caller.Kind.USER && caller.name().isEmpty()
        ? Caller.of("", owner)
        : caller;
  }
}
