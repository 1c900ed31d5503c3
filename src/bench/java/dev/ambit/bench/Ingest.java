package dev.ambit.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;

/**
 * Reading the files of a {@link World}, warm and on one thread, as a multiple of the time that
 * Jackson needs only to tell the tokens of the same bytes; in turn, and by the median, since a
 * machine may be slower for some seconds. One argument: the scale.
 */
final class Ingest {
  private static final int WARMING = 6;
  private static final int ROUNDS = 9;

  private Ingest() {}

  private interface Work {
    long run() throws IOException;
  }

  /** What reading came to. */
  record Speed(double megabytes, long facts, double tokens, double reading) {
    /** How many times as long as only to tell the tokens. */
    double ratio() {
      return reading / tokens;
    }
  }

  public static void main(String... arguments) throws IOException {
    Speed speed = of(Double.parseDouble(arguments[0]));
    System.out.printf(
        Locale.ROOT,
        "%.0f MB, %,d facts: tokens %.0f MB/s, facts with origins %.0f MB/s, %.1f times as long%n",
        speed.megabytes(),
        speed.facts(),
        speed.megabytes() / speed.tokens(),
        speed.megabytes() / speed.reading(),
        speed.ratio());
  }

  static Speed of(double scale) throws IOException {
    // Before anything parallel runs: the caller alone, and no helper.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "0");
    Path folder = Files.createTempDirectory("ambit-ingest");
    try {
      World.write(folder, scale);
      long[] facts = {0};
      List<Double> tokens = new ArrayList<>();
      List<Double> reading = new ArrayList<>();
      for (int round = 0; round < WARMING + ROUNDS; round++) {
        tokens.add(seconds(() -> tokens(folder)));
        reading.add(
            seconds(
                () -> facts[0] = Inbox.read(Lists.immutable.of(folder), Connectors.ALL).count()));
      }
      return new Speed(Worlds.size(folder) / 1e6, facts[0], median(tokens), median(reading));
    } finally {
      Worlds.delete(folder);
    }
  }

  private static double seconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> rounds) {
    return rounds.stream().skip(WARMING).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
  }

  private static long tokens(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(file -> file.toString().endsWith(".json")).toList();
    }
    JsonFactory json = new JsonFactory();
    long count = 0;
    for (Path file : all) {
      try (JsonParser parser = json.createParser(Files.newInputStream(file))) {
        while (parser.nextToken() != null) {
          count++;
        }
      }
    }
    return count;
  }
}
