package dev.ambit.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Levels;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Ranking;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Levels that flow from containers and sources, against saying it again until nothing changes. */
class RanksTest {
  private static final Origin HERE = new Origin("assets.yaml", 1, "");

  @Test
  void whatIsMadeFromOneAnotherHasOneLevelWhereverOneBegins() {
    Asset low = made("a", "internal", "b");
    Asset high = made("b", "restricted", "a");
    assertThat(ranks(low, high)).containsExactly(3, 3);
    assertThat(ranks(made("a", "restricted", "b"), made("b", "internal", "a")))
        .containsExactly(3, 3);
  }

  @Test
  void aCircleOfContainersWithoutALevelHasNone() {
    assertThat(ranks(in("a", "b"), in("b", "a"))).containsExactly(Ranking.UNKNOWN, Ranking.UNKNOWN);
  }

  @Test
  void aChainOfAHundredThousandContainersIsNoTrouble() {
    int length = 100_000;
    Asset[] chain = new Asset[length];
    for (int i = 0; i < length; i++) {
      chain[i] = i == length - 1 ? made(name(i), "confidential") : in(name(i), name(i + 1));
    }
    assertThat(ranks(chain)).containsOnly(2);
  }

  private static String name(int number) {
    return String.format("n%06d", number);
  }

  @Test
  void randomWorldsAreAsByRepetition() {
    Random random = new Random(20_261_201);
    for (int world = 0; world < 2_000; world++) {
      int count = 1 + random.nextInt(8);
      Asset[] assets = new Asset[count];
      for (int i = 0; i < count; i++) {
        assets[i] = random(random, count, i);
      }
      assertThat(ranks(assets)).as("world %d", world).isEqualTo(byRepetition(assets));
    }
  }

  private static Asset random(Random random, int count, int number) {
    return Asset.of("a" + number, HERE)
        .with(
            asset ->
                asset
                    .levels(
                        random.nextInt(3) == 0
                            ? levels(Levels.DEFAULT.name(random.nextInt(4)))
                            : Lists.immutable.empty())
                    .in(random.nextBoolean() ? boxes("a" + random.nextInt(count)) : Refs.NOT_SAID)
                    .derivedFrom(
                        random.nextInt(3) > 0
                            ? Lists.immutable.empty()
                            : Lists.immutable.of(
                                new Asset.Derived(
                                    new Ref("a" + random.nextInt(count), HERE),
                                    random.nextInt(4) == 0))));
  }

  private static int[] byRepetition(Asset[] assets) {
    int[] ranks = new int[assets.length];
    Arrays.fill(ranks, Ranking.UNKNOWN);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < assets.length; i++) {
        int rank = once(assets[i], ranks);
        changed |= rank > ranks[i];
        ranks[i] = Math.max(ranks[i], rank);
      }
    }
    return ranks;
  }

  private static int once(Asset asset, int[] ranks) {
    int rank =
        asset.levels().isEmpty()
            ? asset.in().all().collectInt(box -> ranks[number(box)]).maxIfEmpty(Ranking.UNKNOWN)
            : Levels.DEFAULT.rank(asset.levels().getFirst().said()).orElseThrow();
    for (Asset.Derived source : asset.derivedFrom().reject(Asset.Derived::masked)) {
      rank = Math.max(rank, ranks[number(source.asset())]);
    }
    return rank;
  }

  private static int number(Ref ref) {
    return Integer.parseInt(ref.id().substring(1));
  }

  private static int[] ranks(Asset... assets) {
    Nodes.Kind[] kinds = new Nodes.Kind[assets.length];
    Arrays.fill(kinds, Nodes.Kind.ASSET);
    String[] ids = Arrays.stream(assets).map(Asset::id).toArray(String[]::new);
    Facts facts = Facts.NONE.withAssets(Lists.immutable.with(assets));
    Ranking ranks = Ranks.of(facts, new Nodes(ids, kinds));
    return IntStream.range(0, ranks.count()).map(ranks::of).toArray();
  }

  private static Asset made(String id, String level, String... from) {
    return Asset.of(id, HERE)
        .with(
            asset ->
                asset
                    .levels(levels(level))
                    .derivedFrom(
                        Lists.immutable
                            .with(from)
                            .collect(each -> new Asset.Derived(new Ref(each, HERE), false))));
  }

  private static Asset in(String id, String box) {
    return Asset.of(id, HERE).withIn(boxes(box));
  }

  private static Refs boxes(String box) {
    return Refs.of(Lists.immutable.of(new Ref(box, HERE)));
  }

  private static ImmutableList<Said.Value<String>> levels(String level) {
    return Lists.immutable.of(new Said.Value<>(level, HERE));
  }
}
