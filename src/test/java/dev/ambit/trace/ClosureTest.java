package dev.ambit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClosureTest {
  @Test
  void itReachesWhatWalkingReaches() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      int[][] steps = randomSteps(random);
      Closure closure = new Closure(node -> steps[node], node -> node % 3 != 0);
      for (int asked = 0; asked < steps.length; asked++) {
        int start = random.nextInt(steps.length);
        assertThat(closure.of(start).toArray())
            .as("seed %d, from %d", seed, start)
            .containsExactly(walked(steps, start));
      }
    }
  }

  @Test
  void aLongChainNeedsNoDeepStack() {
    int last = 200_000;
    Closure closure =
        new Closure(node -> node == last ? new int[0] : new int[] {node + 1}, node -> node == last);
    assertThat(closure.of(0).toArray()).containsExactly(last);
  }

  @Test
  void whatReachesOneAnotherSharesOneSet() {
    Closure closure = new Closure(node -> new int[] {(node + 1) % 3}, node -> true);
    assertThat(closure.of(0)).isSameAs(closure.of(2));
  }

  private static int[][] randomSteps(Random random) {
    int[][] steps = new int[2 + random.nextInt(20)][];
    for (int node = 0; node < steps.length; node++) {
      steps[node] = random.ints(random.nextInt(4), 0, steps.length).toArray();
    }
    return steps;
  }

  /** The slow and obvious way. */
  private static int[] walked(int[][] steps, int start) {
    TreeSet<Integer> seen = new TreeSet<>();
    walk(steps, start, seen);
    return seen.stream().mapToInt(Integer::intValue).filter(node -> node % 3 != 0).toArray();
  }

  private static void walk(int[][] steps, int node, Set<Integer> seen) {
    if (seen.add(node)) {
      for (int step : steps[node]) {
        walk(steps, step, seen);
      }
    }
  }
}
