package dev.ambit.resolve.aws.request;

import dev.ambit.model.request.AccessRuling;
import dev.ambit.model.request.Layer;
import dev.ambit.model.request.LayerRuling;
import dev.ambit.model.request.Ruling;
import dev.ambit.resolve.aws.request.Caller.Kind;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The order in which AWS decides about one request: an explicit deny of any layer ends it, each
 * level of the organisation and the endpoint must allow, then policies on the resource and on the
 * caller, as far as the boundary and the session policy do not limit them. Source: the IAM guide,
 * "Policy evaluation for requests within a single account" and "Cross-account policy evaluation
 * logic".
 */
public final class Rulings {
  private static final String FEDERATED_PROVIDER = "aws:federatedprovider";

  private final Asked asked;
  private final CompiledPolicies policies;
  private final boolean hasIdentity;
  private final boolean isBoundByOrganisation;
  private final Heard identity;
  private final Heard boundary;
  private final Heard session;
  private final Heard resource;
  private final Heard endpoint;
  private final ImmutableList<Heard> serviceControl;
  private final ImmutableList<Heard> resourceControl;

  private Rulings(Asked asked, CompiledPolicies policies) {
    this.asked = asked;
    this.policies = policies;
    hasIdentity = asked.caller().kind().hasIdentity() && !Services.takeNoCredentials(asked);
    isBoundByOrganisation = !asked.caller().isServiceLinked();
    identity = hasIdentity ? heard(policies.identity) : Heard.NOTHING;
    boundary = hasIdentity ? heard(policies.boundary) : Heard.NOTHING;
    session = hasIdentity ? heard(policies.session) : Heard.NOTHING;
    resource = heard(policies.resource);
    endpoint = heard(policies.endpoint);
    serviceControl =
        hasIdentity && isBoundByOrganisation
            ? policies.serviceControl.collect(this::heard)
            : Lists.immutable.empty();
    resourceControl =
        isBoundByOrganisation && Services.areBoundByResourceControl(asked)
            ? policies.resourceControl.collect(this::heard)
            : Lists.immutable.empty();
  }

  private Heard heard(CompiledStatement[] statements) {
    if (statements.length == 0) {
      return Heard.NOTHING;
    }
    ImmutableList<String> federation = asked.context().values(FEDERATED_PROVIDER);
    return Heard.of(
        statements,
        asked,
        federation.size() == 1 ? federation.get(0) : "",
        hasIdentity && policies.hasBoundary);
  }

  /** What AWS answers. */
  public static AccessRuling of(Asked asked, CompiledPolicies policies) {
    Rulings rulings = new Rulings(asked, policies);
    AccessRuling ruling = rulings.ruling();
    return asked.isPattern() && ruling.ruling() == Ruling.ALLOWED
        ? rulings.unlessDeniedInParts(ruling)
        : ruling;
  }

  /**
   * Asked about many resources, of which only some are allowed, and these are denied or not allowed
   * one pattern after the other: then none is left.
   */
  private AccessRuling unlessDeniedInParts(AccessRuling ruling) {
    ImmutableList<String> allowed =
        identity.allowed(asked.context()).newWithAll(resource.allowed(asked.context()));
    boolean areParts =
        asked.caller().kind() != Kind.ROOT
            && !identity.allowsAllBut()
            && !resource.allowsAllBut()
            && allowed.allSatisfy(this::isPart);
    if (!areParts) {
      return ruling;
    }
    ImmutableList<AccessRuling> ofParts =
        allowed
            .select(asked::isAboutSomeOf)
            .collect(part -> new Rulings(asked.on(part), policies).ruling());
    return ofParts.anySatisfy(each -> each.ruling() == Ruling.ALLOWED)
        ? ruling
        : ofParts
            .detectOptional(each -> each.ruling() == Ruling.EXPLICIT_DENY)
            .or(() -> ofParts.getFirstOptional())
            .orElse(ruling);
  }

  /** Whether a pattern is about some of what is asked and nothing else, or about none of it. */
  private boolean isPart(String pattern) {
    boolean isAll = Wildcards.covers(pattern, asked.resource());
    return !isAll && (Wildcards.covers(asked.resource(), pattern) || !asked.isAboutSomeOf(pattern));
  }

  private AccessRuling ruling() {
    Ruling most = inCase(true);
    Ruling least = isDoubtful() ? inCase(false) : most;
    return new AccessRuling(
        most == least || most != Ruling.ALLOWED ? most : Ruling.DEPENDS,
        layers(),
        most == least || most != Ruling.ALLOWED ? Lists.immutable.empty() : conditions());
  }

  private Ruling inCase(boolean generous) {
    if (Services.needNoPermission(asked)) {
      return Ruling.ALLOWED;
    }
    if (anyDenies(generous)) {
      return Ruling.EXPLICIT_DENY;
    }
    boolean isLetThrough =
        serviceControl.allSatisfy(level -> level.allows(generous))
            && (!policies.hasEndpoint || endpoint.allows(generous));
    return isLetThrough && isGranted(generous) && !Services.belongsToAws(asked)
        ? Ruling.ALLOWED
        : Ruling.IMPLICIT_DENY;
  }

  private boolean anyDenies(boolean generous) {
    return identity.denies(generous)
        || (resource.denies(generous) && !Services.passBucketPolicy(asked))
        || boundary.denies(generous)
        || session.denies(generous)
        || endpoint.denies(generous)
        || serviceControl.anySatisfy(level -> level.denies(generous))
        || resourceControl.anySatisfy(level -> level.denies(generous));
  }

  private boolean isGranted(boolean generous) {
    Naming naming = resource.naming(generous);
    if (!hasIdentity || resource.grants(generous)) {
      return naming != Naming.NOT;
    }
    boolean inBoundary = !policies.hasBoundary || boundary.allows(generous);
    boolean inSession =
        policies.hasSession
            ? session.allows(generous)
            // The token of GetFederationToken without a session policy has no permissions.
            : asked.caller().kind() != Kind.FEDERATED_SESSION;
    boolean isOwn = isOwn(generous) && inBoundary && inSession;
    return asked.caller().account().equals(asked.owner())
        ? isGivenByResource(naming, inBoundary, inSession)
            || (isOwn && (naming != Naming.NOT || !needsResourcePolicy()))
        : isOwn && naming != Naming.NOT;
  }

  private boolean needsResourcePolicy() {
    return Services.needResourcePolicy(asked, policies.hasResource);
  }

  /** Whether the caller's own account lets it, apart from boundary and session. */
  private boolean isOwn(boolean generous) {
    // The root user needs no policy; but it cannot assume a role.
    return asked.caller().kind() == Kind.ROOT
        ? !Services.isOnRole(asked)
        : identity.allows(generous);
  }

  /** In one account a policy on the resource is enough, for those whom it names closely. */
  private boolean isGivenByResource(Naming naming, boolean inBoundary, boolean inSession) {
    if (asked.caller().kind() == Kind.ROOT) {
      return false;
    }
    return switch (naming) {
      case NOT, ACCOUNT -> false;
      case HOLDER -> inBoundary && inSession;
      case USER -> inSession;
      case ITSELF -> true;
    };
  }

  private boolean isDoubtful() {
    return identity.isDoubtful()
        || resource.isDoubtful()
        || boundary.isDoubtful()
        || session.isDoubtful()
        || endpoint.isDoubtful()
        || serviceControl.anySatisfy(Heard::isDoubtful)
        || resourceControl.anySatisfy(Heard::isDoubtful);
  }

  private ImmutableList<String> conditions() {
    return Lists.immutable
        .of(identity, boundary, session, resource, endpoint)
        .newWithAll(serviceControl)
        .newWithAll(resourceControl)
        .flatCollect(Heard::doubtful)
        .collect(each -> each.openConditions(asked.context()))
        .reject(String::isEmpty)
        .distinct()
        .toSortedList()
        .toImmutable();
  }

  private ImmutableList<LayerRuling> layers() {
    MutableList<LayerRuling> layers = Lists.mutable.withInitialCapacity(Layer.values().length);
    if (serviceControl.notEmpty()) {
      layers.add(ofLevels(Layer.SERVICE_CONTROL, serviceControl));
    }
    if (resourceControl.notEmpty()) {
      // RCPFullAWSAccess stands at every level and cannot be taken away.
      LayerRuling said = ofLevels(Layer.RESOURCE_CONTROL, resourceControl);
      layers.add(
          said.ruling() == Ruling.IMPLICIT_DENY
              ? new LayerRuling(said.layer(), Ruling.ALLOWED, said.because())
              : said);
    }
    if (policies.hasEndpoint) {
      layers.add(of(Layer.ENDPOINT, endpoint));
    }
    if (policies.hasResource) {
      layers.add(of(Layer.RESOURCE, resource));
    }
    if (hasIdentity) {
      layers.add(of(Layer.IDENTITY, identity));
      if (policies.hasBoundary) {
        layers.add(of(Layer.BOUNDARY, boundary));
      }
      if (policies.hasSession) {
        layers.add(of(Layer.SESSION, session));
      }
    }
    return layers.toImmutable();
  }

  private static LayerRuling of(Layer layer, Heard heard) {
    Ruling ruling = heard.ruling();
    return new LayerRuling(layer, ruling, heard.because(ruling));
  }

  /** One deny is enough, and every level must allow. */
  private static LayerRuling ofLevels(Layer layer, ImmutableList<Heard> levels) {
    Ruling ruling =
        Lists.immutable
            .of(Ruling.EXPLICIT_DENY, Ruling.IMPLICIT_DENY, Ruling.DEPENDS)
            .detectOptional(each -> levels.anySatisfy(level -> level.ruling() == each))
            .orElse(Ruling.ALLOWED);
    return new LayerRuling(layer, ruling, levels.flatCollect(level -> level.because(ruling)));
  }
}
