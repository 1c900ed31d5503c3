package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Said;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;

/** Finds the assets that policies name without a wildcard. */
final class NamedAssets {
  private static final Pattern PRINCIPAL =
      Pattern.compile("arn:[^:]*:(iam|sts)::[^:]*:(role|user|group|assumed-role)/.*");

  private final Accounts accounts;
  private final Map<String, Origin> first = new HashMap<>();
  private final Map<String, TreeSet<String>> namedBy = new HashMap<>();

  NamedAssets(ImmutableList<Policy> policies) {
    accounts = new Accounts(policies);
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        statement.resources().forEach(each -> learn(each, policy, statement));
        statement.notResources().forEach(each -> learn(each, policy, statement));
      }
    }
  }

  /** Whether a pattern or name is one of things that hold data or power, not of principals. */
  static boolean isAsset(String resource) {
    return resource.startsWith("arn:")
        && resource.split(":", 6).length == 6
        && !isPrincipal(resource)
        && !resource.endsWith(":root")
        && !resource.contains("${");
  }

  static boolean isPrincipal(String resource) {
    return (resource.contains(":iam:") || resource.contains(":sts:"))
        && PRINCIPAL.matcher(resource).matches();
  }

  private void learn(String resource, Policy policy, Statement statement) {
    String asset = ResourcePattern.of(resource).asset();
    if (isAsset(asset) && Wildcards.isPlain(asset)) {
      first.merge(asset, statement.origin(), Accounts::earlier);
      String by = Accounts.rootOf(policy.holder());
      if (!by.isEmpty()) {
        namedBy.computeIfAbsent(asset, key -> new TreeSet<>()).add(by);
      }
    }
  }

  ImmutableList<Asset> all() {
    TreeSortedMap<String, Asset> assets = TreeSortedMap.newMap();
    first.forEach(
        (id, origin) -> assets.put(id, accounts.asset(id, origin, Certainty.OBSERVED, rootOf(id))));
    accounts
        .roots()
        .forEach(
            (root, origin) ->
                assets.put(
                    root,
                    Asset.of(root, origin)
                        .with(
                            b ->
                                b.kind(Said.of("account", origin)).certainty(Certainty.OBSERVED))));
    return assets.toList().toImmutable();
  }

  private String rootOf(String asset) {
    String own = Accounts.rootOf(asset);
    if (!own.isEmpty()) {
      return own;
    }
    TreeSet<String> by = namedBy.getOrDefault(asset, new TreeSet<>());
    if (by.isEmpty() && accounts.roots().size() == 1) {
      by.addAll(accounts.roots().keySet());
    }
    return by.size() == 1 ? by.first() : "";
  }
}
