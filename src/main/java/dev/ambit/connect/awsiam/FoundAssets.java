package dev.ambit.connect.awsiam;

import dev.ambit.model.Asset;
import dev.ambit.model.AssetBuilder;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What several answers say about the same resources, one asset for each. */
final class FoundAssets {
  private final Map<String, Asset> assets = new TreeMap<>();

  /** The asset, whose place is the first that speaks of it in the order of the input. */
  void add(String arn, Origin origin, Consumer<AssetBuilder> with) {
    Asset known =
        assets.computeIfAbsent(
            arn,
            id ->
                Asset.of(id, origin)
                    .with(
                        b ->
                            b.kind(kind(id, origin))
                                .in(account(id, origin))
                                .certainty(Certainty.OBSERVED)));
    if (origin.compareTo(known.origin()) < 0) {
      known = known.with(b -> b.origin(origin).kind(kind(arn, origin)));
    }
    assets.put(arn, known.with(with));
  }

  void setting(String arn, String setting, Origin origin) {
    add(
        arn,
        origin,
        b ->
            b.settings(
                Lists.immutable.withAll(b.settings()).newWith(new Said.Value<>(setting, origin))));
  }

  void labels(String arn, ImmutableList<Said.Value<String>> labels, Origin origin) {
    add(arn, origin, b -> b.labels(Lists.immutable.withAll(b.labels()).newWithAll(labels)));
  }

  /** What a person would call it. */
  private static Said<String> kind(String arn, Origin origin) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      return Said.nothing();
    }
    String kind =
        switch (parts[2]) {
          case "s3" -> parts[4].isEmpty() ? "bucket" : "access-point";
          case "sqs" -> "queue";
          case "sns" -> "topic";
          case "iam" -> parts[5].equals("root") ? "account" : parts[5].split("/", 2)[0];
          default ->
              parts[5].contains("/") || parts[5].contains(":") ? parts[5].split("[:/]", 2)[0] : "";
        };
    return kind.isEmpty() ? Said.nothing() : Said.of(kind, origin);
  }

  private static Refs account(String arn, Origin origin) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && Bucket.isAccount(parts[4]) && !parts[5].equals("root")
        ? Refs.of(
            Lists.immutable.of(new Ref("arn:" + parts[1] + ":iam::" + parts[4] + ":root", origin)))
        : Refs.NOT_SAID;
  }

  ImmutableList<Asset> all() {
    return Lists.immutable.ofAll(assets.values());
  }
}
