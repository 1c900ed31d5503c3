package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Builtin;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Finds the principals that policies name. */
final class NamedPrincipals {
  /** What stands in a policy in place of the ARN of a principal that was deleted since. */
  private static final Pattern DELETED = Pattern.compile("AWS:A(ID|RO|IP)A[A-Z0-9]+");

  private final Accounts accounts;
  private final TreeMap<String, Principal> named = new TreeMap<>();

  private final Set<String> exported = new HashSet<>();

  private final Organisation organisation;

  private NamedPrincipals(ImmutableList<Policy> policies, ImmutableList<Asset> assets) {
    accounts = new Accounts(policies);
    organisation = new Organisation(assets);
    // A session names its role without the path.
    policies.forEach(each -> exported.add(withoutPath(each.holder())));
  }

  private static String withoutPath(String arn) {
    int role = arn.indexOf(":role/");
    return role < 0
        ? arn
        : arn.substring(0, role + ":role/".length()) + arn.substring(arn.lastIndexOf('/') + 1);
  }

  static ImmutableList<Principal> in(ImmutableList<Policy> policies, ImmutableList<Asset> assets) {
    NamedPrincipals found = new NamedPrincipals(policies, assets);
    for (Guarded each : Guarded.all(policies).select(each -> each.statement().allow())) {
      each.statement()
          .principals()
          .forEach(written -> found.principal(written, each.statement().origin()));
    }
    policies
        .select(each -> each.kind() == Policy.Kind.DATA_LAKE)
        .flatCollect(Policy::statements)
        .forEach(
            each ->
                each.principals()
                    .select(written -> written.startsWith("AWS:arn:"))
                    .forEach(written -> found.principal(written, each.origin())));
    for (Statement statement : policies.flatCollect(Policy::statements).select(Statement::allow)) {
      statement
          .resources()
          .select(each -> NamedAssets.isPrincipal(each) && Wildcards.isPlain(each))
          .forEach(each -> found.principal("AWS:" + each, statement.origin()));
    }
    return Lists.immutable.ofAll(found.named.values());
  }

  private void principal(String written, Origin origin) {
    String id = Named.node(written);
    if (!Named.isAnyone(written)
        && Builtin.named(id).isEmpty()
        && (!accounts.has(id) || organisation.isPartlyListed(id))
        && !exported.contains(id)
        && !DELETED.matcher(written).matches()) {
      named.putIfAbsent(
          id, Principal.of(id, kind(written, id), origin).withCertainty(Certainty.OBSERVED));
    }
  }

  private Principal.Kind kind(String written, String id) {
    if (written.startsWith("Service:") || written.contains(":oidc-provider/")) {
      return Principal.Kind.SERVICE;
    }
    if (written.contains(":saml-provider/") || written.contains(":group/")) {
      // A SAML provider stands for those who sign in through the organisation's own directory.
      return Principal.Kind.GROUP;
    }
    if (Named.isAccount(written) && (organisation.levels(id).size() > 1 || accounts.has(id))) {
      // Another account of the same organisation, or one of which we know some: its people are
      // ours.
      return Principal.Kind.GROUP;
    }
    if (Named.isAccount(written)
        || written.startsWith("Federated:")
        || written.startsWith("CanonicalUser:")) {
      return Principal.Kind.EXTERNAL;
    }
    if (written.contains(":role/") || written.contains(":assumed-role/")) {
      return Principal.Kind.ROLE;
    }
    return written.contains(":user/") ? Principal.Kind.PERSON : Principal.Kind.UNKNOWN;
  }
}
