package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.util.Locale;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * What the settings of buckets and of their accounts leave of bucket policies and access lists.
 * Source: S3 user guide, "Blocking public access" and "Controlling ownership of objects". The two
 * switches that only refuse new public policies and lists change nothing about those that stand.
 */
final class BucketControls {
  /** Conditions on these to fixed values keep a policy from being public. */
  private static final Set<String> FIXING =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceip",
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:userid",
          "s3:dataaccesspointaccount",
          "s3:dataaccesspointarn");

  private final UnifiedMap<String, Asset> assets = UnifiedMap.newMap();

  BucketControls(ImmutableList<Asset> all) {
    all.select(each -> each.settings().notEmpty() || each.id().startsWith("arn:aws:s3:::"))
        .forEach(each -> assets.put(each.id(), each));
  }

  /** The policies as they are in force. */
  ImmutableList<Policy> inForce(ImmutableList<Policy> policies) {
    return policies.anySatisfy(each -> each.kind().isOnResource())
        ? policies.collect(each -> each.kind().isOnResource() ? inForce(each) : each)
        : policies;
  }

  private Policy inForce(Policy policy) {
    String bucket = policy.holder();
    if (policy.kind() == Policy.Kind.ACCESS_LIST) {
      return with(
          policy,
          has(bucket, "ObjectOwnership=BucketOwnerEnforced")
              ? Lists.immutable.empty()
              : policy.statements().reject(each -> isIgnored(bucket, each)));
    }
    if (!isOn(bucket, "RestrictPublicBuckets=true") || !isPublic(policy)) {
      return policy;
    }
    String owner = account(bucket);
    return with(policy, policy.statements().collect(each -> restricted(each, owner)));
  }

  private boolean isIgnored(String bucket, Statement statement) {
    return isOn(bucket, "IgnorePublicAcls=true")
        && statement
            .principals()
            .anySatisfy(each -> Named.isAnyone(each) || each.equals("Group:authenticated"));
  }

  private boolean isPublic(Policy policy) {
    return !has(policy.holder(), "IsPublic=false")
        && (has(policy.holder(), "IsPublic=true")
            || policy.statements().anySatisfy(BucketControls::isPublic));
  }

  private static boolean isPublic(Statement statement) {
    return statement.allow()
        && (statement.notPrincipals().notEmpty()
            || statement.principals().anySatisfy(Named::isAnyone))
        && statement.conditions().noneSatisfy(BucketControls::isFixing);
  }

  private static boolean isFixing(Condition condition) {
    return FIXING.contains(condition.key().toLowerCase(Locale.ROOT))
        && !condition.operator().contains("Not")
        && !condition.operator().endsWith("IfExists")
        && !condition.operator().startsWith("ForAllValues")
        && condition
            .values()
            .noneSatisfy(
                each -> each.startsWith("*") || each.endsWith("/0") || each.contains("${"));
  }

  /** Only services of AWS and those of the bucket's own account are let in. */
  private static Statement restricted(Statement s, String owner) {
    if (!s.allow()) {
      return s;
    }
    boolean anyone = s.notPrincipals().notEmpty() || s.principals().anySatisfy(Named::isAnyone);
    Condition own =
        new Condition(
            "StringEquals",
            "aws:PrincipalAccount",
            Lists.immutable.of(owner.isEmpty() ? "that of the bucket" : owner));
    return new Statement(
        s.id(),
        true,
        s.principals().select(each -> Named.isAnyone(each) || isOf(owner, each)),
        s.notPrincipals(),
        s.actions(),
        s.notActions(),
        s.resources(),
        s.notResources(),
        anyone ? s.conditions().newWith(own) : s.conditions(),
        s.origin());
  }

  private static boolean isOf(String owner, String principal) {
    return principal.startsWith("Service:")
        || (!owner.isEmpty()
            && (principal.equals("AWS:" + owner) || principal.contains("::" + owner + ":")));
  }

  private static Policy with(Policy policy, ImmutableList<Statement> statements) {
    return new Policy(
        policy.id(), policy.kind(), policy.holder(), policy.version(), statements, policy.origin());
  }

  private boolean has(String id, String setting) {
    Asset asset = assets.get(id);
    return asset != null && asset.settings().collect(Said.Value::said).contains(setting);
  }

  /** Whether the bucket or its account has it switched on. */
  private boolean isOn(String bucket, String setting) {
    String owner = account(bucket);
    return has(bucket, setting)
        || (!owner.isEmpty() && has("arn:aws:iam::" + owner + ":root", setting));
  }

  /** The number of the bucket's account; empty if the input does not tell. */
  private String account(String bucket) {
    Asset asset = assets.get(bucket);
    return asset == null
        ? ""
        : asset
            .in()
            .all()
            .collect(Ref::id)
            .detectOptional(each -> each.endsWith(":root"))
            .map(each -> each.split(":", -1)[4])
            .orElse("");
  }
}
