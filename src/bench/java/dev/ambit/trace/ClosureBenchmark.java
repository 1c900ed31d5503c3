package dev.ambit.trace;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Everything that each of a hundred thousand principals reaches by assuming roles, of a twentieth
 * of them; two steps lead from each, one in a hundred of them anywhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class ClosureBenchmark {
  private static final int PRINCIPALS = 100_000;

  private final int[][] steps = new int[PRINCIPALS][2];

  @Setup
  public void write() {
    Random random = new Random(1);
    for (int i = 0; i < PRINCIPALS; i++) {
      for (int j = 0; j < 2; j++) {
        boolean anywhere = random.nextInt(100) == 0;
        steps[i][j] =
            anywhere ? random.nextInt(PRINCIPALS) : Math.max(0, i - 1 - random.nextInt(50));
      }
    }
  }

  @Benchmark
  public long ofAll() {
    Closure closure = new Closure(node -> steps[node], node -> node % 20 == 0);
    long reached = 0;
    for (int i = 0; i < PRINCIPALS; i++) {
      reached += closure.of(i).getCardinality();
    }
    return reached;
  }
}
