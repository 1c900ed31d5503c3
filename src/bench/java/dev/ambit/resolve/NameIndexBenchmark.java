package dev.ambit.resolve;

import java.util.Arrays;
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
 * Nine thousand patterns with a star inside over a million names, the index made anew each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class NameIndexBenchmark {
  private static final int NAMES = 1_000_000;
  private static final int PATTERNS = 9_000;

  private String[] names = {};
  private Glob[] patterns = {};

  @Setup
  public void write() {
    names = new String[NAMES];
    for (int i = 0; i < NAMES; i++) {
      names[i] =
          "arn:aws:dynamodb:eu-west-1:%012d:table/team-%02d-orders-%05d"
              .formatted(111_122_220_000L + i / 20_000, i % 40, i % 20_000);
    }
    Arrays.sort(names);
    Random random = new Random(1);
    patterns = new Glob[PATTERNS];
    for (int i = 0; i < PATTERNS; i++) {
      patterns[i] =
          new Glob(
              names[random.nextInt(NAMES)].replaceAll(
                  "team-.*", "team-*-%03d*".formatted(random.nextInt(200))));
    }
  }

  @Benchmark
  public long allPatterns() {
    NameIndex index = new NameIndex(names);
    long[] found = {0};
    for (Glob pattern : patterns) {
      index.each(pattern, name -> found[0]++);
    }
    return found[0];
  }
}
