package dev.ambit.resolve.aws.request;

import dev.ambit.model.Policy;
import dev.ambit.model.request.LayeredPolicies;
import java.util.Locale;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The policies of every layer, ready to be put to many requests. */
public final class CompiledPolicies {
  final CompiledStatement[] identity;
  final CompiledStatement[] boundary;
  final CompiledStatement[] session;
  final CompiledStatement[] resource;
  final CompiledStatement[] endpoint;
  final ImmutableList<CompiledStatement[]> serviceControl;
  final ImmutableList<CompiledStatement[]> resourceControl;
  final boolean hasBoundary;
  final boolean hasSession;
  final boolean hasResource;
  final boolean hasEndpoint;

  private CompiledPolicies(LayeredPolicies written) {
    identity = compiled(written.identity(), ShortArns.MEAN_ALL);
    boundary = compiled(written.boundary(), ShortArns.MEAN_ALL);
    session = compiled(written.session(), ShortArns.MEAN_ALL);
    resource = onResource(written.resource());
    endpoint = compiled(written.endpoint(), ShortArns.MEAN_ALL);
    serviceControl =
        written.serviceControl().collect(level -> compiled(level, ShortArns.MUST_END_IN_STAR));
    resourceControl =
        written.resourceControl().collect(level -> compiled(level, ShortArns.CANNOT_STAND));
    hasBoundary = written.boundary().notEmpty();
    hasSession = written.session().notEmpty();
    hasResource = written.resource().notEmpty();
    hasEndpoint = written.endpoint().notEmpty();
  }

  public static CompiledPolicies of(LayeredPolicies written) {
    return new CompiledPolicies(written);
  }

  private static CompiledStatement[] compiled(ImmutableList<Policy> policies, ShortArns shortArns) {
    return policies
        .flatCollect(each -> CompiledStatement.of(each, shortArns))
        .toArray(new CompiledStatement[0]);
  }

  private static CompiledStatement[] onResource(ImmutableList<Policy> policies) {
    return policies
        .flatCollect(each -> CompiledStatement.of(each, ShortArns.MEAN_ALL_IF_WILD))
        .select(CompiledStatement::namesSomebody)
        .toArray(new CompiledStatement[0]);
  }

  /**
   * The context keys that conditions and variables ask for, as first written; sorted, each once.
   */
  public ImmutableList<String> contextKeys() {
    TreeMap<String, String> found = new TreeMap<>();
    Lists.mutable
        .with(identity, boundary, session, resource, endpoint)
        .withAll(serviceControl)
        .withAll(resourceControl)
        .flatCollect(Lists.immutable::of)
        .flatCollect(CompiledStatement::contextKeys)
        .forEach(key -> found.putIfAbsent(key.toLowerCase(Locale.ROOT), key));
    return Lists.immutable.ofAll(found.values());
  }
}
