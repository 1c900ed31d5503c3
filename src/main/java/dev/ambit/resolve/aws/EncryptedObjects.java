package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;

/**
 * Who may read a bucket but not decrypt with its key reads only objects that are encrypted
 * otherwise. Whether there are any, no export tells: such a right depends on it. Keys whose policy
 * is not in the input decide nothing.
 */
final class EncryptedObjects {
  private static final Verbs READ = Verbs.of(Verb.READ);
  private static final Verbs DECRYPT = Verbs.of(Verb.DECRYPT);

  private final Map<Integer, Key> keys = new TreeMap<>();
  private final MutableIntObjectMap<MutableList<Right>> decrypting = IntObjectHashMap.newMap();
  private final MutableIntObjectMap<ImmutableList<Integer>> groups = IntObjectHashMap.newMap();

  private record Key(String name, int node) {}

  private EncryptedObjects(
      ImmutableList<Policy> policies,
      ImmutableList<Principal> principals,
      ImmutableList<Asset> assets,
      Names names) {
    UnifiedSet<String> guarded =
        UnifiedSet.newSet(
            policies
                .select(each -> each.kind() == Policy.Kind.RESOURCE)
                .collect(Policy::holder)
                .select(each -> each.contains(":kms:")));
    for (Asset asset : guarded.isEmpty() ? Lists.immutable.<Asset>empty() : assets) {
      key(asset)
          .map(name -> new Key(name, names.node(name)))
          .filter(key -> key.node() >= 0 && guarded.contains(names.nodes().id(key.node())))
          .ifPresent(key -> keys.put(names.node(asset.id()), key));
    }
    if (!keys.isEmpty()) {
      principals.forEach(
          each ->
              groups.put(
                  names.node(each.id()),
                  each.memberOf().all().collect(Ref::id).collect(names::node)));
    }
  }

  /** The rights, those to read encrypted buckets with what they depend on. */
  static ImmutableList<Right> of(
      ImmutableList<Right> rights,
      ImmutableList<Policy> policies,
      ImmutableList<Principal> principals,
      ImmutableList<Asset> assets,
      Names names) {
    EncryptedObjects encrypted = new EncryptedObjects(policies, principals, assets, names);
    if (encrypted.keys.isEmpty()) {
      return rights;
    }
    rights
        .select(each -> each.verbs().has(Verb.DECRYPT))
        .forEach(
            each ->
                encrypted.decrypting.getIfAbsentPut(each.holder(), Lists.mutable::empty).add(each));
    return rights.flatCollect(encrypted::split);
  }

  private static Optional<String> key(Asset asset) {
    return asset
        .settings()
        .collect(Said.Value::said)
        .detectOptional(each -> each.startsWith("KMSMasterKeyID="))
        .map(each -> each.substring("KMSMasterKeyID=".length()));
  }

  private ImmutableList<Right> split(Right right) {
    if (!right.verbs().has(Verb.READ) || right.targets().isEmpty()) {
      return Lists.immutable.of(right);
    }
    MutableList<Right> parts = Lists.mutable.empty();
    NodeSet open = right.targets();
    for (Map.Entry<Integer, Key> each : keys.entrySet()) {
      if (open.has(each.getKey()) && !decrypts(right.holder(), each.getValue().node())) {
        NodeSet bucket = NodeSets.of(each.getKey());
        open = NodeSets.minus(open, bucket);
        String on = "an object that is not encrypted with " + each.getValue().name();
        parts.add(
            right.with(
                b ->
                    b.verbs(READ)
                        .targets(bucket)
                        .dependsOn(
                            right.dependsOn().isEmpty() ? on : right.dependsOn() + " and " + on)));
      }
    }
    if (parts.isEmpty()) {
      return Lists.immutable.of(right);
    }
    if (!right.verbs().without(READ).isEmpty()) {
      parts.add(right.withVerbs(right.verbs().without(READ)));
    }
    if (!open.isEmpty()) {
      NodeSet readable = open;
      parts.add(right.with(b -> b.verbs(READ).targets(readable)));
    }
    return parts.toImmutable();
  }

  private boolean decrypts(int holder, int key) {
    return holders(holder)
        .anySatisfy(
            who ->
                decrypting
                    .getIfAbsent(who, Lists.mutable::empty)
                    .anySatisfy(
                        each ->
                            each.verbs().and(DECRYPT).equals(DECRYPT) && each.targets().has(key)));
  }

  private ImmutableList<Integer> holders(int holder) {
    return groups.getIfAbsent(holder, Lists.immutable::empty).newWith(holder);
  }
}
