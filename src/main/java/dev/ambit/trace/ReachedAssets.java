package dev.ambit.trace;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.Crossing;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.roaringbitmap.RoaringBitmap;

/** The assets that agents read, change or can have opened, each with the agents that do. */
final class ReachedAssets {
  private static final Verbs CHANGING =
      Verbs.of(Verb.WRITE, Verb.DELETE, Verb.SHARE, Verb.ADMINISTER);

  private final Estate estate;
  private final RoaringBitmap all = new RoaringBitmap();
  private final List<ByAgent> agents = new ArrayList<>();

  private record ByAgent(String agent, RoaringBitmap reads, RoaringBitmap changes) {}

  ReachedAssets(Estate estate, ImmutableList<Crossing> paths) {
    this.estate = estate;
    // Advice opens what no agent can reach itself.
    for (Crossing path : paths) {
      if (path.kind().isPath()) {
        addAsset(estate.nodes().number(path.asset()), all);
      }
    }
    for (Agent agent : estate.assumed.access().facts().agents()) {
      if (!agent.isRetired()) {
        add(agent);
      }
    }
  }

  private void add(Agent agent) {
    ByAgent by = new ByAgent(agent.id(), new RoaringBitmap(), new RoaringBitmap());
    for (Way way : estate.subject(agent).ways()) {
      if (way.verb() == Verb.READ) {
        way.targets().forEach(node -> addAsset(node, by.reads));
      } else if (CHANGING.has(way.verb()) && way.source() != Way.Source.LOG) {
        way.targets().forEach(node -> addAsset(node, by.changes));
      }
    }
    all.or(by.reads);
    all.or(by.changes);
    agents.add(by);
  }

  private void addAsset(int node, RoaringBitmap found) {
    if (node >= 0 && Statements.isAsset(estate, node)) {
      found.add(node);
    }
  }

  int count() {
    return all.getCardinality();
  }

  /** What is most sensitive, or of no known level. */
  ImmutableList<AssetAccess> worst() {
    List<int[]> ranked = new ArrayList<>();
    all.forEach((int node) -> ranked.add(new int[] {weight(node), node}));
    // Numbers of nodes follow their names, so this is the order of the records.
    ranked.sort(Comparator.<int[]>comparingInt(each -> each[0]).thenComparingInt(each -> each[1]));
    return Lists.immutable
        .withAll(ranked)
        .take(AccessStatement.ASSETS)
        .collect(each -> access(each[1]));
  }

  private int weight(int node) {
    int rank = estate.ranks.declared(node);
    return rank == Ranks.UNKNOWN ? Integer.MIN_VALUE : -rank;
  }

  private AssetAccess access(int node) {
    Optional<Asset> asset = estate.assumed.asset(node);
    List<String> readers = new ArrayList<>();
    List<String> changers = new ArrayList<>();
    for (ByAgent by : agents) {
      if (by.reads.contains(node)) {
        readers.add(by.agent);
      }
      if (by.changes.contains(node)) {
        changers.add(by.agent);
      }
    }
    return new AssetAccess(
        estate.id(node),
        estate.ranks.declared(node),
        asset.flatMap(known -> known.owner().value()).map(Ref::id).orElse(""),
        estate.ranks.allContainers(node).collect(estate::id),
        Lists.immutable.withAll(readers).take(AssetAccess.NAMES),
        readers.size(),
        Lists.immutable.withAll(changers).take(AssetAccess.NAMES),
        changers.size(),
        asset.map(Asset::origin).orElse(Origin.BUILT_IN));
  }
}
