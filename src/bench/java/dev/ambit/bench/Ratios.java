package dev.ambit.bench;

import dev.ambit.Analysis;
import dev.ambit.AsOf;
import dev.ambit.Resolved;
import dev.ambit.TurnedLines;
import dev.ambit.cli.Main;
import dev.ambit.graph.AccessGraph;
import dev.ambit.graph.Answer;
import dev.ambit.graph.Limits;
import dev.ambit.graph.Vocabulary;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.eclipse.collections.api.factory.Lists;

/**
 * Looks whether something became slower than it was: seconds differ from machine to machine, so
 * each figure is the time of one thing as a multiple of another's in the same run. Says which are
 * more than a fifth worse than those last recorded, and ends with 1 if any is. One argument: {@code
 * record} writes them down anew, anything else compares.
 */
final class Ratios {
  private static final Path RECORDED = Path.of("src/bench/ratios.properties");
  private static final double WORSE = 1.2;
  private static final Limits LONG = new Limits(Duration.ofMinutes(5), 50_000_000);

  /** Rules that take less are measured too badly to say anything. */
  private static final double LONG_ENOUGH = 0.02;

  private final PrintStream out;
  private final Map<String, Double> measured = new TreeMap<>();

  private Ratios(PrintStream out) {
    this.out = out;
  }

  public static void main(String... arguments) throws Exception {
    Ratios ratios = new Ratios(System.out);
    ratios.measure();
    if (arguments[0].equals("record")) {
      ratios.record();
    } else {
      System.exit(ratios.compare() ? 0 : 1);
    }
  }

  private void measure() throws Exception {
    put("reading / telling the tokens", Ingest.of(0.05).ratio());
    Path folder = Files.createTempDirectory("ambit-ratios");
    try {
      Path one = folder.resolve("one");
      Path two = folder.resolve("two");
      World.write(one, 0.1);
      World.write(two, 0.2);
      wholeProcesses(one, two, folder.resolve("snapshot"));
      queries(one);
    } finally {
      Worlds.delete(folder);
    }
  }

  private void put(String name, double ratio) {
    out.printf(Locale.ROOT, "%-60s %8.2f%n", name, ratio);
    measured.put(name, ratio);
  }

  private void wholeProcesses(Path one, Path two, Path snapshot) throws Exception {
    put("ambit --help / java -version", median(help()) / median(List.of("-version")));
    double scan = process(scan(one));
    put("a world twice as large / the world", process(scan(two)) / scan);
    List<String> kept = scan(one);
    kept.add("--snapshot=" + snapshot);
    process(kept);
    put("a scan of its snapshot / of the world", process(kept) / scan);
  }

  private static List<String> help() {
    return new ArrayList<>(
        List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "--help"));
  }

  private static List<String> scan(Path world) {
    List<String> scan = help();
    scan.set(scan.size() - 1, "scan");
    scan.add(world.toString());
    return scan;
  }

  private static double median(List<String> arguments) throws Exception {
    double[] seconds = new double[7];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = process(arguments);
    }
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  /** Seconds until it has ended, with whatever it has to say. */
  private static double process(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx4g", "-XX:+UseParallelGC"));
    command.addAll(arguments);
    long start = System.nanoTime();
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return (System.nanoTime() - start) / 1e9;
  }

  private void queries(Path world) {
    AccessGraph graph =
        Analysis.graph(
            Resolved.of(Lists.immutable.of(world), new AsOf.Asked(LocalDate.of(2026, 11, 1)))
                .access());
    String names = "PREFIX amb: <" + Vocabulary.NAMESPACE + "> ";
    double path =
        seconds(graph, names + "SELECT ?a ?p { ?a a amb:Channel; amb:reader/^amb:memberOf* ?p }");
    double derived = seconds(graph, names + "SELECT ?a ?p { ?a a amb:Channel; amb:readBy ?p }");
    put("readers of channels by a property path / by amb:readBy", path / derived);
    double worst = 0;
    for (Rule rule : RuleBook.shipped().rules()) {
      double asked = seconds(graph, rule.query());
      double turned = seconds(graph, TurnedLines.of(rule.query()));
      if (Math.max(asked, turned) > LONG_ENOUGH) {
        worst = Math.max(worst, turned / asked);
        out.printf(
            Locale.ROOT,
            "  %-58s %6.0f ms, lines turned %6.0f ms%n",
            rule.id(),
            asked * 1e3,
            turned * 1e3);
      }
    }
    put("the worst rule with its lines turned / as it is", worst);
  }

  private static double seconds(AccessGraph graph, String query) {
    return seconds(graph, QueryFactory.create(query));
  }

  /** Of the faster of two runs, so that neither pays for the other's warming up. */
  private static double seconds(AccessGraph graph, Query query) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = System.nanoTime();
      Answer answer = graph.select(query, LONG, row -> {});
      if (!(answer instanceof Answer.Complete)) {
        throw new IllegalStateException(query + " " + answer);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private void record() throws IOException {
    StringBuilder text =
        new StringBuilder("# Times as multiples of one another; see dev.ambit.bench.Ratios.\n");
    measured.forEach(
        (name, ratio) ->
            text.append(
                String.format(Locale.ROOT, "%s=%.2f%n", name.replaceAll("[ :]", "\\\\$0"), ratio)));
    Files.writeString(RECORDED, text.toString());
  }

  private boolean compare() throws IOException {
    Properties before = new Properties();
    try (Reader in = Files.newBufferedReader(RECORDED)) {
      before.load(in);
    }
    boolean isGood = true;
    for (Map.Entry<String, Double> each : measured.entrySet()) {
      double was = Double.parseDouble(before.getProperty(each.getKey(), "Infinity"));
      if (each.getValue() > was * WORSE) {
        out.printf(
            Locale.ROOT,
            "worse by %.0f %%: %s was %.2f and is %.2f%n",
            (each.getValue() / was - 1) * 100,
            each.getKey(),
            was,
            each.getValue());
        isGood = false;
      }
    }
    return isGood;
  }
}
