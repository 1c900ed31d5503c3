package dev.ambit.resolve;

import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.Facts;
import dev.ambit.model.Levels;
import dev.ambit.model.Neighbours;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ranking;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Settings;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.stack.mutable.primitive.IntArrayStack;

/**
 * Decides how sensitive each node is. An asset has the highest level that a source gives it;
 * without one, the highest of its containers; and never less than what it was made from without
 * masking. A channel has a level only if the input says so.
 *
 * <p>Levels flow from containers and sources until nothing rises any more, so that containers that
 * lie in one another, and assets that are made from one another, come to the same level wherever
 * one begins.
 */
final class Ranks {
  private final Settings settings;
  private final Levels levels;
  private final int[] ranks;
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();

  private Ranks(Settings settings, int nodes) {
    this.settings = settings;
    this.levels = settings.levels();
    this.ranks = new int[nodes];
    Arrays.fill(ranks, Ranking.UNKNOWN);
  }

  static Ranking of(Facts facts, Nodes nodes) {
    Ranks ranks = new Ranks(facts.settings(), nodes.count());
    int last = -1;
    for (Asset asset : facts.assets()) {
      last = nodes.number(asset.id(), last + 1);
      ranks.add(asset, last, nodes);
    }
    for (Channel channel : facts.channels()) {
      ranks.ranks[nodes.number(channel.id())] =
          channel.level().value().map(ranks::named).orElse(Ranking.UNKNOWN);
    }
    ranks.flow();
    return new Ranking(ranks.ranks);
  }

  private int named(String level) {
    return levels.rank(level).orElse(Ranking.UNKNOWN);
  }

  private void add(Asset asset, int node, Nodes nodes) {
    int own = Ranking.UNKNOWN;
    for (Said.Value<String> level : asset.levels()) {
      own = Math.max(own, named(level.said()));
    }
    for (Said.Value<String> label : asset.labels()) {
      String level = settings.labels().get(label.said());
      own = level == null ? own : Math.max(own, named(level));
    }
    ranks[node] = own;
    if (own == Ranking.UNKNOWN) {
      for (Ref box : asset.in().all()) {
        edge(nodes.number(box.id()), node);
      }
    }
    for (Asset.Derived source : asset.derivedFrom()) {
      if (!source.masked()) {
        edge(nodes.number(source.asset().id()), node);
      }
    }
  }

  private void edge(int above, int below) {
    from.add(above);
    to.add(below);
  }

  /** Each node can rise once for each level at most. */
  private void flow() {
    Neighbours below = Neighbours.of(ranks.length, from, to);
    IntArrayStack risen = new IntArrayStack();
    for (int node = 0; node < ranks.length; node++) {
      if (ranks[node] != Ranking.UNKNOWN) {
        risen.push(node);
      }
    }
    while (!risen.isEmpty()) {
      int node = risen.pop();
      below.forEach(
          node,
          next -> {
            if (ranks[next] < ranks[node]) {
              ranks[next] = ranks[node];
              risen.push(next);
            }
          });
    }
  }
}
