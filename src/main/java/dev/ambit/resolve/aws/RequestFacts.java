package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Builtin;
import dev.ambit.model.Facts;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.resolve.aws.request.Caller;
import dev.ambit.resolve.aws.request.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * What the input tells of a request besides policies: tags, accounts, organisation. That it comes
 * over TLS is taken for granted, since every client of AWS does.
 */
final class RequestFacts {
  /** Keys that a request by a user never has. */
  private static final Set<String> NEVER_OF_USER = Set.of("aws:federatedprovider");

  /** Keys that only requests have which a service makes in its own name. */
  private static final Set<String> ONLY_OF_SERVICES =
      Set.of(
          "aws:principalservicename",
          "aws:principalservicenameslist",
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:sourceorgid",
          "aws:sourceorgpaths");

  private static final String KEY = "KMSMasterKeyID=";

  private final UnifiedMap<String, Asset> assets = UnifiedMap.newMap();
  private final UnifiedMap<String, Principal> principals = UnifiedMap.newMap();
  private final Organisation organisation;
  private final Accounts accounts;

  RequestFacts(Facts facts) {
    for (Asset each : facts.assets()) {
      assets.put(each.id(), each);
      each.aliases().forEach(alias -> assets.putIfAbsent(alias, each));
    }
    facts.principals().forEach(each -> principals.put(arn(each), each));
    organisation = new Organisation(facts.assets());
    accounts = new Accounts(facts.policies());
  }

  /** As AWS calls a principal: its ARN, else its id. */
  static String arn(Principal principal) {
    return Lists.immutable
        .of(principal.id())
        .newWithAll(principal.aliases())
        .detectOptional(name -> name.startsWith("arn:"))
        .orElse(principal.id());
  }

  /** Whether AWS would take a request from it: no group does, and nobody whom AWS does not know. */
  static boolean asks(Principal principal) {
    String arn = arn(principal);
    boolean isKnown =
        arn.startsWith("arn:") ? !arn.contains(":group/") : arn.contains(".amazonaws.com");
    return isKnown && Builtin.named(principal.id()).isEmpty();
  }

  boolean isAsset(String name) {
    return assets.containsKey(name);
  }

  /** As AWS calls an asset: its ARN, else its id. */
  String arnOfAsset(String name) {
    Asset asset = assets.get(name);
    return asset == null || name.startsWith("arn:")
        ? name
        : Lists.immutable
            .of(asset.id())
            .newWithAll(asset.aliases())
            .detectOptional(each -> each.startsWith("arn:"))
            .orElse(name);
  }

  /** The key that a thing is encrypted with unless it is said otherwise; empty if none is known. */
  String keyOf(String arn) {
    Asset asset = assets.get(ResourcePattern.of(arn).asset());
    return asset == null
        ? ""
        : asset
            .settings()
            .collect(Said.Value::said)
            .detectOptional(each -> each.startsWith(KEY))
            .map(each -> keyNamed(each.substring(KEY.length()), asset))
            .orElse("");
  }

  /** By its id alone a key is one of the asset's account. */
  private String keyNamed(String written, Asset asset) {
    String known = arnOfAsset(written);
    if (known.startsWith("arn:") || !EncryptedThings.isOfCustomer(known)) {
      return known;
    }
    String ending = written.startsWith("alias/") ? ":" + written : ":key/" + written;
    return Lists.immutable
        .ofAll(assets.keySet())
        .select(each -> each.contains(":kms:") && each.endsWith(ending))
        .toSortedList()
        .getFirstOptional()
        .map(this::arnOfAsset)
        .orElseGet(() -> "arn:aws:kms:*:" + ownerOf(asset.id()).orElse("*") + ending);
  }

  /** The ARNs of the groups somebody is in. */
  ImmutableList<String> groups(String holder) {
    Principal principal = principals.get(holder);
    return principal == null ? Lists.immutable.empty() : principal.memberOf().ids();
  }

  /** The account number of a resource: its ARN's, or that of what contains it, or the only one. */
  Optional<String> ownerOf(String arn) {
    String own = Accounts.rootOf(arn);
    if (own.isEmpty()) {
      own = container(ResourcePattern.of(arn).asset());
    }
    if (own.isEmpty() && accounts.roots().size() == 1) {
      own = accounts.roots().keySet().iterator().next();
    }
    return own.isEmpty() ? Optional.empty() : Optional.of(own.split(":", -1)[4]);
  }

  private String container(String id) {
    Asset asset = assets.get(id);
    return asset == null
        ? ""
        : asset
            .in()
            .all()
            .collect(Ref::id)
            .detectOptional(each -> each.startsWith("arn:") && each.endsWith(":root"))
            .orElse("");
  }

  /** What is known of a request, with what the asker adds. */
  Context context(
      Caller caller,
      String holder,
      String arn,
      String owner,
      Map<String, ImmutableList<String>> given) {
    Map<String, ImmutableList<String>> values = new HashMap<>();
    put(values, "aws:securetransport", "true");
    put(values, "aws:resourceaccount", owner);
    organisationOf(owner).ifPresent(id -> put(values, "aws:resourceorgid", id));
    organisation
        .pathOf("arn:aws:iam::" + owner + ":root")
        .ifPresent(path -> put(values, "aws:resourceorgpaths", path));
    String service = arn.split(":", 4).length > 2 ? arn.split(":", 4)[2] : "";
    if (service.equals("s3")) {
      put(values, "s3:resourceaccount", owner);
    }
    Asset asset = assets.get(ResourcePattern.of(arn).asset());
    BucketTags tags = asset == null ? BucketTags.NOT_SAID : BucketTags.of(asset);
    Principal onPrincipal = principals.get(arn);
    if (onPrincipal != null) {
      onPrincipal.tags().forEach(tag -> putResourceTag(values, service, tag.said()));
    } else if (asset != null && tags == BucketTags.COUNT) {
      asset.labels().forEach(label -> putResourceTag(values, service, label.said()));
    }
    boolean isUser = caller.kind() == Caller.Kind.USER;
    boolean isRole = !holder.isEmpty() && holder.contains(":role/");
    if (!caller.account().isEmpty()) {
      put(values, "aws:principalarn", isRole ? holder : caller.name());
      put(values, "aws:principalaccount", caller.account());
      put(values, "aws:principaltype", isUser ? "User" : isRole ? "AssumedRole" : "Account");
      put(values, "aws:principalisawsservice", "false");
      organisationOf(caller.account()).ifPresent(id -> put(values, "aws:principalorgid", id));
      organisation
          .pathOf("arn:aws:iam::" + caller.account() + ":root")
          .ifPresent(path -> put(values, "aws:principalorgpaths", path));
    }
    if (isUser) {
      put(values, "aws:username", holder.substring(holder.lastIndexOf('/') + 1));
    }
    Principal principal = principals.get(holder);
    if (principal != null) {
      principal.tags().forEach(tag -> putTag(values, "aws:principaltag/", tag.said()));
    }
    values.putAll(given);
    // A role's session may bring tags of its own.
    boolean allTags = isUser && principal != null && principal.complete();
    boolean noneCount =
        tags == BucketTags.DO_NOT_COUNT || (onPrincipal != null && onPrincipal.complete());
    return Context.partial(
        values,
        key ->
            isAbsent(key, caller, isUser, isRole, allTags)
                || (noneCount
                    && (key.startsWith("aws:resourcetag/")
                        || key.startsWith(service + ":resourcetag/"))));
  }

  private static boolean isAbsent(
      String key, Caller caller, boolean isUser, boolean isRole, boolean allTags) {
    boolean isAnonymous = caller.kind() == Caller.Kind.ANONYMOUS;
    return (isAnonymous && (key.startsWith("aws:principal") || key.equals("aws:username")))
        || (isRole && key.equals("aws:username"))
        || (isUser && NEVER_OF_USER.contains(key))
        || ((isUser || isRole) && ONLY_OF_SERVICES.contains(key))
        || (allTags && key.startsWith("aws:principaltag/"));
  }

  private Optional<String> organisationOf(String account) {
    return organisation.idOf("arn:aws:iam::" + account + ":root");
  }

  private static void put(Map<String, ImmutableList<String>> values, String key, String value) {
    if (!value.isEmpty()) {
      values.put(key, Lists.immutable.of(value));
    }
  }

  /** By the key of all services, and by that of its own. */
  private static void putResourceTag(
      Map<String, ImmutableList<String>> values, String service, String tag) {
    putTag(values, "aws:resourcetag/", tag);
    putTag(values, service + ":resourcetag/", tag);
  }

  private static void putTag(Map<String, ImmutableList<String>> values, String prefix, String tag) {
    int equals = tag.indexOf('=');
    if (equals > 0) {
      put(
          values,
          prefix + tag.substring(0, equals).toLowerCase(Locale.ROOT),
          tag.substring(equals + 1));
    }
  }
}
