package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.CompiledCondition;
import dev.ambit.resolve.aws.request.Context;
import dev.ambit.resolve.aws.request.Holds;
import java.util.Locale;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides, one resource at a time, conditions on what the input tells of resources: their tags, and
 * the account and organisation they belong to. A tag that is not told may still be there.
 */
final class ResourceConditions {
  private static final String TAG = "aws:resourcetag/";
  private static final Context NOTHING = Context.partial(Map.of(), key -> false);

  private final Contexts contexts;
  private final Map<Condition, CompiledCondition> compiled = new UnifiedMap<>();

  ResourceConditions(ImmutableList<Asset> assets, Organisation organisation, Names names) {
    this(new Contexts(assets, organisation, names));
  }

  private ResourceConditions(Contexts contexts) {
    this.contexts = contexts;
  }

  /** The same for another thread. */
  ResourceConditions apart() {
    return new ResourceConditions(contexts);
  }

  /** Whether a statement asks for something that resources tell. */
  static boolean areIn(Statement statement) {
    return statement.conditions().anySatisfy(ResourceConditions::isOne);
  }

  private static boolean isOne(Condition condition) {
    String key = condition.key().toLowerCase(Locale.ROOT);
    return (key.startsWith(TAG)
            || key.equals("aws:resourceaccount")
            || key.equals("aws:resourceorgid"))
        && condition.values().noneSatisfy(value -> value.contains("${"));
  }

  /** Of some nodes those on which the conditions of a statement hold, or whatever is asked. */
  NodeSet where(Holds holds, Statement statement, Subject subject, NodeSet nodes) {
    ImmutableList<CompiledCondition> ofResource =
        statement
            .conditions()
            .select(ResourceConditions::isOne)
            .collect(
                each -> compiled.computeIfAbsent(each, key -> CompiledCondition.of(key, false)));
    Holds others =
        Conditions.decide(statement.conditions().reject(ResourceConditions::isOne), subject);
    return NodeSets.select(nodes, node -> others.and(onNode(ofResource, node)) == holds);
  }

  private Holds onNode(ImmutableList<CompiledCondition> conditions, int node) {
    Holds holds = Holds.YES;
    for (CompiledCondition each : conditions) {
      holds = holds.and(each.holds(contexts.of(node)));
    }
    return holds;
  }

  /** What the input tells of each asset, worked out when somebody asks; for all threads. */
  private static final class Contexts {
    private final ImmutableList<Asset> assets;
    private final Organisation organisation;
    private final Names names;
    private volatile @Nullable IntObjectHashMap<Context> known;

    Contexts(ImmutableList<Asset> assets, Organisation organisation, Names names) {
      this.assets = assets;
      this.organisation = organisation;
      this.names = names;
    }

    Context of(int node) {
      IntObjectHashMap<Context> all = known;
      return (all == null ? learned() : all).getIfAbsent(node, () -> NOTHING);
    }

    private synchronized IntObjectHashMap<Context> learned() {
      IntObjectHashMap<Context> all = known;
      if (all == null) {
        all = new IntObjectHashMap<>();
        for (Asset each : assets) {
          all.put(names.node(each.id()), context(each));
        }
        known = all;
      }
      return all;
    }

    private Context context(Asset asset) {
      Map<String, ImmutableList<String>> values = new UnifiedMap<>();
      String own = Accounts.rootOf(asset.id());
      String root =
          own.isEmpty()
              ? asset
                  .in()
                  .all()
                  .collect(Ref::id)
                  .detectOptional(each -> each.startsWith("arn:") && each.endsWith(":root"))
                  .orElse("")
              : own;
      if (!root.isEmpty()) {
        values.put("aws:resourceaccount", Lists.immutable.of(root.split(":", -1)[4]));
        organisation
            .idOf(root)
            .ifPresent(id -> values.put("aws:resourceorgid", Lists.immutable.of(id)));
      }
      BucketTags tags = BucketTags.of(asset);
      for (Said.Value<String> label :
          tags == BucketTags.COUNT ? asset.labels() : Lists.immutable.<Said.Value<String>>empty()) {
        int equals = label.said().indexOf('=');
        if (equals > 0) {
          values.put(
              TAG + label.said().substring(0, equals).toLowerCase(Locale.ROOT),
              Lists.immutable.of(label.said().substring(equals + 1)));
        }
      }
      boolean noneCount = tags == BucketTags.DO_NOT_COUNT;
      return Context.partial(values, key -> noneCount && key.startsWith(TAG));
    }
  }
}
