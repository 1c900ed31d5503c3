package dev.ambit.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;

/**
 * Reading the files of a {@link World}, warm and on one thread, as a multiple of the time that
 * Jackson needs only to tell the tokens of the same bytes. One argument: the scale.
 */
final class Ingest {
  private static final int ROUNDS = 7;
  private static long facts;

  private Ingest() {}

  private interface Work {
    long run() throws IOException;
  }

  public static void main(String... arguments) throws IOException {
    // Before anything parallel runs: the caller alone, and no helper.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "0");
    Path folder = Files.createTempDirectory("ambit-ingest");
    try {
      World.write(folder, Double.parseDouble(arguments[0]));
      double tokens = best(() -> tokens(folder));
      double reading = best(() -> Inbox.read(Lists.immutable.of(folder), Connectors.ALL).count());
      double megabytes = Worlds.size(folder) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "%.0f MB, %,d facts: tokens %.0f MB/s, facts with origins %.0f MB/s, %.1f times as long%n",
          megabytes,
          facts,
          megabytes / tokens,
          megabytes / reading,
          reading / tokens);
    } finally {
      Worlds.delete(folder);
    }
  }

  /** Seconds of the fastest round. */
  private static double best(Work work) throws IOException {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      facts = work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
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
