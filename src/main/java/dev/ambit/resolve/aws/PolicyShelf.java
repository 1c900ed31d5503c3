package dev.ambit.resolve.aws;

import dev.ambit.model.Facts;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Kind;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.LayeredPolicies;
import dev.ambit.resolve.aws.request.Asked;
import dev.ambit.resolve.aws.request.Caller;
import dev.ambit.resolve.aws.request.CompiledPolicies;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/** The policies of the input by whom and what they hold for, to be laid before one request. */
final class PolicyShelf {
  private static final ImmutableList<String> NOBODY = Lists.immutable.empty();

  private final UnifiedMap<String, MutableList<Policy>> byHolder = UnifiedMap.newMap();
  private final UnifiedMap<String, String> roles = UnifiedMap.newMap();
  private final Organisation organisation;
  private final Exported exported;

  PolicyShelf(Facts facts) {
    for (Policy each : new BucketControls(facts.assets()).inForce(facts.policies())) {
      byHolder.getIfAbsentPut(each.holder(), Lists.mutable::empty).add(each);
    }
    for (var each : facts.principals()) {
      String arn = RequestFacts.arn(each);
      if (arn.contains(":role/")) {
        roles.putIfAbsent(Caller.withoutPath(arn), arn);
      }
    }
    organisation = new Organisation(facts.assets());
    exported = new Exported(facts.policies(), facts.principals(), organisation);
  }

  /** The role that a session names without its path. */
  Optional<String> roleNamed(String withoutPath) {
    return Optional.ofNullable(roles.get(withoutPath));
  }

  /** The sessions of a role that policies on a thing name, sorted. */
  ImmutableList<String> sessionsNamed(String role, String arn) {
    String sessions =
        Caller.withoutPath(role)
                .replaceFirst(":iam:", ":sts:")
                .replaceFirst(":role/", ":assumed-role/")
            + "/";
    return byHolder
        .getIfAbsent(ResourcePattern.of(arn).asset(), Lists.mutable::empty)
        .flatCollect(Policy::statements)
        .flatCollect(Statement::principals)
        .select(each -> each.startsWith("AWS:" + sessions))
        .collect(each -> each.substring("AWS:".length()))
        .toSortedSet()
        .toList()
        .toImmutable();
  }

  /**
   * What has a say in a request.
   *
   * @param holder whose own policies count
   * @param groups of the holder
   * @param arn the resource, not what is in it
   * @param session policies that the caller's session was begun with
   * @param endpoint policies of the endpoint that the request goes through
   */
  CompiledPolicies policies(
      Asked asked,
      String holder,
      ImmutableList<String> groups,
      String arn,
      ImmutableList<Policy> session,
      ImmutableList<Policy> endpoint) {
    String account = root(asked.caller().account());
    boolean isExported = asked.caller().account().isEmpty() || exported.principal(holder);
    return CompiledPolicies.of(
        new LayeredPolicies(
            isExported
                ? of(groups.newWith(holder), Kind.IDENTITY)
                : Lists.immutable.of(
                    unknown("the policies of account " + asked.caller().account(), NOBODY)),
            of(Lists.immutable.of(holder), Kind.BOUNDARY),
            session,
            levels(account, Kind.SERVICE_CONTROL),
            levels(root(asked.owner()), Kind.RESOURCE_CONTROL),
            onResource(asked, ResourcePattern.of(arn).asset()),
            endpoint));
  }

  private ImmutableList<Policy> onResource(Asked asked, String guarded) {
    ImmutableList<String> holder = Lists.immutable.of(guarded);
    boolean isTrust = asked.action().startsWith("sts:") && guarded.contains(":role/");
    ImmutableList<Policy> known =
        isTrust
            ? of(holder, Kind.TRUST)
            : of(holder, Kind.RESOURCE)
                .newWithAll(of(holder, Kind.GRANT))
                .newWithAll(of(holder, Kind.ACCESS_LIST));
    String account = asked.caller().account();
    boolean mustAllow =
        isTrust
            || (guarded.contains(":kms:") && guarded.contains(":key/"))
            || !account.equals(asked.owner());
    boolean isTold =
        known.anySatisfy(each -> each.kind() != Kind.GRANT)
            || (exported.account(root(asked.owner())) && !guarded.contains(":kms:") && !isTrust);
    return isTold || !mustAllow || account.isEmpty()
        ? known
        : known.newWith(
            // It may name the caller as well as the account.
            unknown(
                "the policy of " + guarded, Lists.immutable.of("AWS:" + asked.caller().name())));
  }

  private static String root(String account) {
    return "arn:aws:iam::" + account + ":root";
  }

  private ImmutableList<Policy> of(ImmutableList<String> holders, Kind kind) {
    return holders
        .flatCollect(each -> byHolder.getIfAbsent(each, Lists.mutable::empty))
        .select(each -> each.kind() == kind);
  }

  private ImmutableList<ImmutableList<Policy>> levels(String account, Kind kind) {
    return organisation.isManagement(account)
        ? Lists.immutable.empty()
        : organisation
            .levels(account)
            .collect(each -> of(Lists.immutable.of(each), kind))
            .reject(ImmutableList::isEmpty);
  }

  /**
   * In the place of what is not in the input: it may allow anything.
   *
   * @param principals whom it may allow it, if it stands on a resource
   */
  private static Policy unknown(String name, ImmutableList<String> principals) {
    Origin nowhere = new Origin("ambit:not-in-the-input", 0, "");
    Statement statement =
        new Statement(
            name + ", not in the input#1",
            true,
            principals,
            NOBODY,
            Lists.immutable.of("*"),
            Lists.immutable.empty(),
            Lists.immutable.of("*"),
            Lists.immutable.empty(),
            Lists.immutable.of(new Condition("allow it", name, Lists.immutable.empty())),
            nowhere);
    return new Policy(
        name, Kind.IDENTITY, name, "2012-10-17", Lists.immutable.of(statement), nowhere);
  }
}
