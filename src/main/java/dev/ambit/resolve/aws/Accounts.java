package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The accounts whose principals and their policies are in the input; not those of which there are
 * only the roles of permission sets.
 */
final class Accounts {
  private final TreeMap<String, Origin> roots = new TreeMap<>();

  Accounts(ImmutableList<Policy> policies) {
    for (Policy policy : policies.select(each -> each.kind().isOnPrincipal())) {
      String root = rootOf(policy.holder());
      if (!root.isEmpty() && !PermissionSets.isRole(policy.holder())) {
        roots.merge(root, policy.origin(), Accounts::earlier);
      }
    }
  }

  static Origin earlier(Origin one, Origin other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The account of an ARN as an asset; empty if the ARN names none. */
  static String rootOf(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && isNumber(parts[4])
        ? "arn:" + parts[1] + ":iam::" + parts[4] + ":root"
        : "";
  }

  /** Whether it is an account number: twelve digits. */
  static boolean isNumber(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  Map<String, Origin> roots() {
    return roots;
  }

  boolean has(String root) {
    return roots.containsKey(root);
  }

  /** An asset of AWS, in its account if that is one of these. */
  Asset asset(String id, Origin origin, Certainty certainty, String root) {
    Asset asset = Asset.of(id, origin).withCertainty(certainty);
    if (id.contains(":s3:::")) {
      asset = asset.withKind(Said.of("bucket", origin));
    }
    return has(root) ? asset.withIn(Refs.of(Lists.immutable.of(new Ref(root, origin)))) : asset;
  }
}
