package dev.ambit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ambit.cli.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Times {@code ambit scan} from the files of a {@link World} to the written result, each scale in a
 * process of its own with 4 GB, and looks whether the result is right: every planted path found, no
 * near miss. One argument: scales, separated by commas, each twice the one before where growth is
 * asked for.
 */
final class Worlds {
  private static final Pattern RULE =
      Pattern.compile("ambit: (\\S+/\\S+): Complete\\[rows=(\\d+)] in (\\d+) ms");

  private final PrintStream out;
  private final Path folder;

  private record Measured(double wall, double cpu, double gigabytes, ImmutableList<String> wrong) {}

  private Worlds(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  /** Ends with 1 if a result is wrong. */
  public static void main(String... arguments) throws Exception {
    Path folder = Files.createTempDirectory("ambit-worlds");
    try {
      boolean right = new Worlds(System.out, folder).run(arguments[0].split(","));
      System.exit(right ? 0 : 1);
    } finally {
      delete(folder);
    }
  }

  private boolean run(String... scales) throws Exception {
    out.println("scale       input   wall s    cpu s  peak GB   growth  planted");
    boolean right = true;
    double before = 0;
    for (String scale : scales) {
      Path world = folder.resolve(scale);
      Plants plants = World.write(world, Double.parseDouble(scale));
      Measured measured = scan(world, plants);
      out.printf(
          Locale.ROOT,
          "%5s %8d MB %8.1f %8.1f %8.2f %8s  %s%n",
          scale,
          size(world) >> 20,
          measured.wall(),
          measured.cpu(),
          measured.gigabytes(),
          before == 0 ? "" : "%.2f".formatted(measured.wall() / before),
          measured.wrong().isEmpty() ? "all and no near miss" : measured.wrong().makeString("; "));
      right &= measured.wrong().isEmpty();
      before = measured.wall();
      delete(world);
    }
    return right;
  }

  private Measured scan(Path world, Plants plants) throws Exception {
    Path findings = folder.resolve("findings.jsonl");
    Path said = folder.resolve("said.txt");
    long start = System.nanoTime();
    Process scan =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "scan",
                "-vv",
                "--out",
                "findings=" + findings,
                "--out",
                "json=" + folder.resolve("result.json"),
                world.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(said.toFile())
            .start();
    Duration cpu = Duration.ZERO;
    double gigabytes = 0;
    while (!scan.waitFor(100, TimeUnit.MILLISECONDS)) {
      cpu = scan.info().totalCpuDuration().orElse(cpu);
      gigabytes = Math.max(gigabytes, peak(scan.pid()));
    }
    double wall = (System.nanoTime() - start) / 1e9;
    slowestRules(said);
    return new Measured(wall, cpu.toMillis() / 1e3, gigabytes, wrong(findings, plants));
  }

  /** The most memory that the process has had so far, where the system tells. */
  private static double peak(long process) {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1e6;
    } catch (IOException | RuntimeException e) {
      return 0; // it has just ended, or this is no Linux
    }
  }

  private static ImmutableList<String> wrong(Path findings, Plants plants) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Set<String> found = new HashSet<>();
    for (String line : Files.readAllLines(findings)) {
      JsonNode each = json.readTree(line);
      found.add(
          each.path("rule").asText()
              + " "
              + each.path("subject").asText()
              + " "
              + each.path("object").asText());
    }
    return plants
        .paths()
        .reject(found::contains)
        .collect(each -> "missed: " + each)
        .newWithAll(
            plants.nearMisses().select(found::contains).collect(each -> "no path: " + each));
  }

  private void slowestRules(Path said) throws IOException {
    record Took(String rule, long millis) {}
    List<Took> all = new ArrayList<>();
    for (String line : Files.readAllLines(said)) {
      Matcher matcher = RULE.matcher(line);
      if (matcher.matches()) {
        all.add(new Took(matcher.group(1), Long.parseLong(matcher.group(3))));
      }
    }
    all.sort(Comparator.comparingLong(Took::millis).reversed());
    out.printf(
        "      rules: %,d ms in both cases; slowest: %s%n",
        all.stream().mapToLong(Took::millis).sum(),
        all.stream().limit(5).map(each -> each.rule() + " " + each.millis() + " ms").toList());
  }

  static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
