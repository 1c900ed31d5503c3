package dev.ambit.trace;

import dev.ambit.model.Asset;
import dev.ambit.model.Credential;
import dev.ambit.model.Fact;
import dev.ambit.model.Facts;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;
import org.eclipse.collections.api.multimap.list.MutableListMultimap;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.factory.Multimaps;

/**
 * Where other identities lie about: found once for all agents, since of a million assets only a few
 * hold a credential or run as somebody.
 */
final class Obtainable {
  /** A credential that can be read out of an asset. */
  record Kept(Credential credential, int asset, Origin origin) {}

  /** An asset in which code runs as a principal. */
  record Runner(Asset asset, int node, Ref as) {}

  private final ImmutableList<Kept> kept;
  private final ImmutableList<Runner> runners;
  private final ImmutableListMultimap<String, Credential> byHolder;

  private Obtainable(
      ImmutableList<Kept> kept,
      ImmutableList<Runner> runners,
      ImmutableListMultimap<String, Credential> byHolder) {
    this.kept = kept;
    this.runners = runners;
    this.byHolder = byHolder;
  }

  static Obtainable of(Facts facts, Nodes nodes) {
    var credentials = facts.credentials().groupByUniqueKey(Fact::id);
    var kept = Lists.mutable.<Kept>empty();
    var runners = Lists.mutable.<Runner>empty();
    for (Asset asset : facts.assets()) {
      for (Ref held : asset.holds().all()) {
        Credential known = credentials.get(held.id());
        if (known != null) {
          kept.add(new Kept(known, nodes.number(asset.id()), held.origin()));
        }
      }
      asset
          .runsAs()
          .value()
          .ifPresent(as -> runners.add(new Runner(asset, nodes.number(asset.id()), as)));
    }
    MutableListMultimap<String, Credential> byHolder = Multimaps.mutable.list.empty();
    for (Credential credential : facts.credentials()) {
      credential
          .storedIn()
          .value()
          .ifPresent(in -> kept.add(new Kept(credential, nodes.number(in.id()), in.origin())));
      credential.holders().all().forEach(holder -> byHolder.put(holder.id(), credential));
    }
    return new Obtainable(kept.toImmutable(), runners.toImmutable(), byHolder.toImmutable());
  }

  /** Those an asset says it holds, then those that say where they are stored. */
  ImmutableList<Kept> kept() {
    return kept;
  }

  /** In the order of the assets. */
  ImmutableList<Runner> runners() {
    return runners;
  }

  /** The credentials that say that this agent or principal carries them. */
  ImmutableList<Credential> carriedBy(String holder) {
    return byHolder.get(holder);
  }
}
