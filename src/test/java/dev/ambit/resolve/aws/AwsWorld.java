package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NamesOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A small account: {@code user/ann}, {@code group/interns}, {@code role/etl} and buckets by their
 * bare names, policies in AWS's own words.
 */
final class AwsWorld {
  static final String ACCOUNT = "111122223333";
  private static final Origin HERE = new Origin("world", 1, "");

  private final Map<String, Principal> principals = new TreeMap<>();
  private final Map<String, Asset> assets = new TreeMap<>();
  private final List<Policy> policies = new ArrayList<>();
  private int statements;

  static AwsWorld empty() {
    return new AwsWorld();
  }

  /** A user, group or role with one statement that allows; also makes sure that it exists. */
  AwsWorld allow(String who, String actions, String... on) {
    return policy(who, Policy.Kind.IDENTITY, statement(true, actions, on));
  }

  AwsWorld deny(String who, String actions, String... on) {
    return policy(who, Policy.Kind.IDENTITY, statement(false, actions, on));
  }

  AwsWorld boundary(String who, String actions, String... on) {
    return policy(who, Policy.Kind.BOUNDARY, statement(true, actions, on));
  }

  /** A policy of the customer's own, attached to {@code who}. */
  AwsWorld attached(String who, String policy, String actions, String on) {
    policies.add(
        new Policy(
            arn(policy),
            Policy.Kind.IDENTITY,
            principal(who).id(),
            "2012-10-17",
            Lists.immutable.of(statement(true, actions, on)),
            HERE));
    return this;
  }

  /** {@code principals} in the form {@code AWS:arn…}. */
  AwsWorld trust(String role, String... principals) {
    Statement trust = statement(true, "sts:AssumeRole");
    return policy(role, Policy.Kind.TRUST, by(trust, principals));
  }

  AwsWorld trustOfWeb(String role, String provider) {
    Statement trust = statement(true, "sts:AssumeRoleWithWebIdentity");
    return policy(role, Policy.Kind.TRUST, by(trust, provider));
  }

  AwsWorld bucketAllows(String bucket, String actions, String on, String... principals) {
    return resource(bucket, by(statement(true, actions, on), principals));
  }

  /** A statement of the access control list of a bucket. */
  AwsWorld accessList(String bucket, String actions, String principal) {
    String arn = bucketArn(bucket);
    return guards(
        arn, Policy.Kind.ACCESS_LIST, by(statement(true, actions, arn, arn + "/*"), principal));
  }

  /** A statement of the policy of a key, queue or the like, which is an asset of the account. */
  AwsWorld resourceAllows(String arn, String actions, String... principals) {
    asset(inside(Asset.of(arn, HERE), root(ACCOUNT)));
    return guards(arn, Policy.Kind.RESOURCE, by(statement(true, actions, "*"), principals));
  }

  /** A statement of the policy of a thing that is there. */
  AwsWorld thingAllows(String arn, String actions, String... principals) {
    return guards(arn, Policy.Kind.RESOURCE, by(statement(true, actions, "*"), principals));
  }

  AwsWorld thingDenies(String arn, String actions, String... principals) {
    return guards(arn, Policy.Kind.RESOURCE, by(statement(false, actions, "*"), principals));
  }

  /** A setting of a bucket by its bare name, or of the account. */
  AwsWorld setting(String on, String setting) {
    String id = on.equals(ACCOUNT) ? root(ACCOUNT) : bucketArn(on);
    Asset asset = assets.getOrDefault(id, Asset.of(id, HERE));
    return asset(asset.withSettings(asset.settings().newWith(new Said.Value<>(setting, HERE))));
  }

  AwsWorld bucketDenies(String bucket, String actions, String on, String... principals) {
    return resource(bucket, by(statement(false, actions, on), principals));
  }

  /** Adds a condition to the statement made last. */
  AwsWorld when(String operator, String key, String... values) {
    Policy last = policies.remove(policies.size() - 1);
    Statement s = last.statements().getOnly();
    policies.add(
        policy(
            last,
            new Statement(
                s.id(),
                s.allow(),
                s.principals(),
                s.notPrincipals(),
                s.actions(),
                s.notActions(),
                s.resources(),
                s.notResources(),
                s.conditions().newWith(new Condition(operator, key, Lists.immutable.of(values))),
                s.origin())));
    return this;
  }

  /** Makes the policy made last one of another version. */
  AwsWorld version(String version) {
    Policy last = policies.remove(policies.size() - 1);
    policies.add(
        new Policy(
            last.id(), last.kind(), last.holder(), version, last.statements(), last.origin()));
    return this;
  }

  /** An endpoint of a private network that lets through no more than these actions on that. */
  AwsWorld endpoint(String id, String actions, String on) {
    return guards(
        "arn:aws:ec2:eu-west-1:" + ACCOUNT + ":vpc-endpoint/" + id,
        Policy.Kind.ENDPOINT,
        by(statement(true, actions, on), "*"));
  }

  /** Turns actions, or resources, of the statement made last into all but these. */
  AwsWorld inverted(boolean actions, boolean resources) {
    Policy last = policies.remove(policies.size() - 1);
    Statement s = last.statements().getOnly();
    policies.add(
        policy(
            last,
            new Statement(
                s.id(),
                s.allow(),
                s.principals(),
                s.notPrincipals(),
                actions ? s.notActions() : s.actions(),
                actions ? s.actions() : s.notActions(),
                resources ? s.notResources() : s.resources(),
                resources ? s.resources() : s.notResources(),
                s.conditions(),
                s.origin())));
    return this;
  }

  AwsWorld member(String user, String group) {
    principal(group);
    Principal principal = principal(user);
    Refs groups = principal.memberOf();
    principals.put(
        principal.id(),
        principal.withMemberOf(Refs.of(groups.all().newWith(new Ref(arn(group), HERE)))));
    return this;
  }

  AwsWorld principalOf(String arn) {
    principal(arn);
    return this;
  }

  /** Tags of a principal, {@code Key=Value}; all it has, if its account was exported. */
  AwsWorld tagged(String who, String... tags) {
    Principal principal = principal(who);
    ImmutableList<Said.Value<String>> all =
        Lists.immutable.of(tags).collect(tag -> new Said.Value<>(tag, HERE));
    principals.put(principal.id(), principal.with(b -> b.tags(all).complete(true)));
    return this;
  }

  /** A resource of the account with its tags. */
  AwsWorld thing(String arn, String... tags) {
    return asset(
        inside(Asset.of(arn, HERE), root(ACCOUNT))
            .withLabels(Lists.immutable.of(tags).collect(tag -> new Said.Value<>(tag, HERE))));
  }

  /** A permission of Lake Formation. */
  AwsWorld lake(String table, String permission, String principal) {
    return guards(
        table,
        Policy.Kind.DATA_LAKE,
        by(statement(true, "lakeformation:" + permission, table), principal));
  }

  /** A bucket of the account, as a tag export tells. */
  AwsWorld bucket(String name) {
    Ref account = new Ref("arn:aws:iam::" + ACCOUNT + ":root", HERE);
    return asset(
        Asset.of("arn:aws:s3:::" + name, HERE).withIn(Refs.of(Lists.immutable.of(account))));
  }

  AwsWorld asset(Asset asset) {
    assets.put(asset.id(), asset);
    return this;
  }

  private Statement statement(boolean allow, String actions, String... on) {
    return new Statement(
        "s" + statements++,
        allow,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        Lists.immutable.of(actions.split(" ", -1)),
        Lists.immutable.empty(),
        Lists.immutable.of(on),
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        HERE);
  }

  private static Statement by(Statement s, String... principals) {
    return new Statement(
        s.id(),
        s.allow(),
        Lists.immutable.of(principals),
        s.notPrincipals(),
        s.actions(),
        s.notActions(),
        s.resources(),
        s.notResources(),
        s.conditions(),
        s.origin());
  }

  /** An account below units and the root of an organisation, root first. */
  AwsWorld organisation(String account, String... levels) {
    String above = "";
    for (String level : levels) {
      String kind = above.isEmpty() ? "organisation" : "organisational-unit";
      asset(inside(Asset.of(level, HERE).withKind(Said.of(kind, HERE)), above));
      above = level;
    }
    return asset(inside(Asset.of(root(account), HERE).withKind(Said.of("account", HERE)), above));
  }

  AwsWorld managed(String account) {
    Said.Value<String> setting = new Said.Value<>("ManagementAccountOf=o-acme", HERE);
    assets.computeIfPresent(
        root(account), (id, root) -> root.withSettings(Lists.immutable.of(setting)));
    return this;
  }

  private static Asset joined(Asset one, Asset other) {
    return other.withIn(Refs.of(one.in().all().newWithAll(other.in().all())));
  }

  private static Asset inside(Asset asset, String above) {
    return above.isEmpty()
        ? asset
        : asset.withIn(Refs.of(Lists.immutable.of(new Ref(above, HERE))));
  }

  static String root(String account) {
    return "arn:aws:iam::" + account + ":root";
  }

  /** A service control policy on a level of the organisation. */
  AwsWorld scp(String level, boolean allow, String actions, String... on) {
    return above(level, Policy.Kind.SERVICE_CONTROL, statement(allow, actions, on));
  }

  AwsWorld rcpDenies(String level, String actions, String... on) {
    return above(level, Policy.Kind.RESOURCE_CONTROL, by(statement(false, actions, on), "*"));
  }

  private AwsWorld above(String level, Policy.Kind kind, Statement statement) {
    policies.add(
        new Policy(
            level + "/" + statement.id(),
            kind,
            level,
            "2012-10-17",
            Lists.immutable.of(statement),
            HERE));
    return this;
  }

  private AwsWorld policy(String who, Policy.Kind kind, Statement statement) {
    String holder = principal(who).id();
    policies.add(
        new Policy(
            holder + "/" + statement.id(),
            kind,
            holder,
            "2012-10-17",
            Lists.immutable.of(statement),
            HERE));
    return this;
  }

  private static Policy policy(Policy policy, Statement statement) {
    return new Policy(
        policy.id(),
        policy.kind(),
        policy.holder(),
        policy.version(),
        Lists.immutable.of(statement),
        policy.origin());
  }

  private AwsWorld resource(String bucket, Statement statement) {
    String arn = bucketArn(bucket);
    if (!assets.containsKey(arn)) {
      bucket(bucket);
    }
    return guards(arn, Policy.Kind.RESOURCE, statement);
  }

  private AwsWorld guards(String arn, Policy.Kind kind, Statement statement) {
    policies.add(new Policy(arn, kind, arn, "2012-10-17", Lists.immutable.of(statement), HERE));
    return this;
  }

  private Principal principal(String name) {
    String arn = arn(name);
    return principals.computeIfAbsent(
        arn, id -> Principal.of(id, kind(id), HERE).withMemberOf(Refs.NONE));
  }

  private static Principal.Kind kind(String arn) {
    if (arn.contains(":group/")) {
      return Principal.Kind.GROUP;
    }
    return arn.contains(":role/") ? Principal.Kind.ROLE : Principal.Kind.PERSON;
  }

  static String arn(String name) {
    return name.startsWith("arn:") || !name.contains("/")
        ? name
        : "arn:aws:iam::" + ACCOUNT + ":" + name;
  }

  static String bucketArn(String name) {
    return name.contains(":") ? name : "arn:aws:s3:::" + name;
  }

  ImmutableList<Policy> policies() {
    return Lists.immutable.ofAll(policies);
  }

  ImmutableList<Principal> principals() {
    return Lists.immutable.ofAll(principals.values());
  }

  ImmutableList<Asset> assets() {
    return Lists.immutable.ofAll(assets.values());
  }

  Answers resolved() {
    TreeMap<String, Asset> all = new TreeMap<>();
    AwsResources.named(policies()).forEach(each -> all.put(each.id(), each));
    assets.values().forEach(each -> all.merge(each.id(), each, AwsWorld::joined));
    TreeMap<String, Principal> everybody = new TreeMap<>();
    AwsResources.principals(policies(), assets()).forEach(each -> everybody.put(each.id(), each));
    everybody.putAll(principals);
    ImmutableList<Principal> who = Lists.immutable.ofAll(everybody.values());
    Names known = NamesOf.these(who, Lists.immutable.ofAll(all.values()));
    AwsResources.patternsWithoutCover(policies(), glob -> known.matching(glob).size() > 0)
        .forEach(each -> all.put(each.id(), each));
    Names names = NamesOf.these(who, Lists.immutable.ofAll(all.values()));
    return new Answers(
        names,
        principals,
        AwsDecisions.rights(policies(), who, Lists.immutable.ofAll(all.values()), names));
  }

  /** What was decided. */
  record Answers(Names names, Map<String, Principal> principals, ImmutableList<Right> rights) {
    /** {@code yes}, {@code assumed}, {@code depends on …} or {@code no}; groups count. */
    String can(String who, Verb verb, String asset) {
      ImmutableList<Right> all = ofThis(who, verb, asset);
      if (all.anySatisfy(each -> !each.isUndecided() && each.certainty() == Certainty.OBSERVED)) {
        return "yes";
      }
      if (all.anySatisfy(each -> !each.isUndecided())) {
        return "assumed";
      }
      return all.isEmpty() ? "no" : "depends on " + all.getFirst().dependsOn();
    }

    ImmutableList<Right> ofThis(String who, Verb verb, String asset) {
      int target = names.node(asset.contains("/") ? arn(asset) : bucketArn(asset));
      assertThat(target).as("node of %s", asset).isNotNegative();
      return rights.select(
          each ->
              holders(who).contains(each.holder())
                  && each.verbs().has(verb)
                  && each.targets().has(target));
    }

    private List<Integer> holders(String who) {
      List<Integer> holders = new ArrayList<>();
      holders.add(names.node(arn(who)));
      Principal principal = principals.get(arn(who));
      if (principal != null) {
        principal.memberOf().ids().forEach(group -> holders.add(names.node(group)));
      }
      return holders;
    }
  }
}
