package dev.ambit.resolve.aws.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.request.SimulatedRequest;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The fast way and the obvious way come to the same decision, over and over. */
class RandomRequestsTest {
  private static final int REQUESTS = 100_000;

  @Test
  void theFastDecisionIsTheObviousOne() {
    long seed = Long.getLong("ambit.seed", 20_261_125L);
    System.out.println("requests from seed " + seed + ", change it with -Dambit.seed");
    Map<String, Integer> met = new TreeMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      // Each request has its own seed, so that one can be looked at by itself.
      SimulatedRequest request = new RandomRequest(new Random(seed + i)).next();
      String slow =
          new ReferenceRuling(request, request.actions().getOnly(), request.resources().getOnly())
              .decision();
      String fast = Simulation.of(request).getOnly().ruling().ruling().word();
      if (!fast.equals(slow)) {
        assertThat(fast).as("-Dambit.seed=%d: %s", seed + i, request).isEqualTo(slow);
      }
      met.merge(slow, 1, Integer::sum);
    }
    // A comparison that met only one answer would compare little.
    assertThat(met.keySet()).containsExactly("allowed", "explicitDeny", "implicitDeny");
    assertThat(met.values())
        .as("%s of seed %d", met, seed)
        .allSatisfy(n -> assertThat(n).isGreaterThan(REQUESTS / 10));
  }
}
