package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.result.StoredResult;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are kept: whole ones only, one process at a time. */
class HistoryTest {
  @TempDir Path folder;
  private Path input;
  private Path runs;

  @BeforeEach
  void aWorld() throws IOException {
    input = Files.writeString(folder.resolve("acme.yaml"), Worlds.EXPOSED);
    runs = folder.resolve("runs");
  }

  @Test
  void eachRunIsAFolderAndTheNextOneTellsWhatWasThere() throws IOException {
    scan("2026-11-01T02:15:00Z");
    scan("2026-11-08T02:15:00Z");
    assertThat(names(runs)).containsExactly("2026-11-01T02-15-00.000Z", "2026-11-08T02-15-00.000Z");
    AnalysisResult last =
        StoredResult.read(runs.resolve("2026-11-08T02-15-00.000Z").resolve("result.json"));
    assertThat(last.history().runs())
        .extracting(History.Run::time)
        .containsExactly(
            Instant.parse("2026-11-01T02:15:00Z"), Instant.parse("2026-11-08T02:15:00Z"));
    assertThat(last.history().open())
        .hasSameSizeAs(last.findings())
        .allMatch(age -> age.days() == 7 && !age.isReopened());
  }

  @Test
  void whatWasGoneAndIsBackIsReopened() throws IOException {
    scan("2026-11-01T02:15:00Z");
    Files.writeString(input, Worlds.QUIET);
    scan("2026-11-02T02:15:00Z");
    Files.writeString(input, Worlds.EXPOSED);
    Ran back = scan("2026-11-05T02:15:00Z");
    assertThat(back.out()).contains("3 runs are kept").contains("came back after being gone");
    History history = last().history();
    assertThat(history.reopened())
        .isNotEmpty()
        .allMatch(age -> age.first().equals(Instant.parse("2026-11-01T02:15:00Z")))
        .allMatch(age -> age.since().equals(Instant.parse("2026-11-05T02:15:00Z")));
  }

  @Test
  void aRunThatCouldNotReadEverythingClosesNothing() throws IOException {
    scan("2026-11-01T02:15:00Z");
    Files.writeString(input, "ambit: 1\nagents: [{id: bot, tols: []}]\n");
    scan("2026-11-02T02:15:00Z");
    Files.writeString(input, Worlds.EXPOSED);
    scan("2026-11-05T02:15:00Z");
    assertThat(last().history().reopened()).isEmpty();
    assertThat(last().history().open()).anyMatch(age -> age.days() == 4);
  }

  @Test
  void pruneKeepsWhatIsYoungAndAlwaysTheLast() throws IOException {
    scan("2026-06-01T02:15:00Z");
    scan("2026-11-01T02:15:00Z");
    Ran.at(Instant.parse("2026-11-25T02:15:00Z"), "history", "prune", "--keep", "90d", "" + runs)
        .ends(0, "ambit: exit 0: deleted 1 run");
    assertThat(names(runs)).containsExactly("2026-11-01T02-15-00.000Z");
    Ran.at(Instant.parse("2027-11-25T02:15:00Z"), "history", "prune", "--keep", "90d", "" + runs)
        .ends(0, "ambit: exit 0: deleted no runs");
    assertThat(Ran.ambit("history", "list", "" + runs).out())
        .isEqualTo(
            "2026-11-01 02:15  failed      0 critical, 1 high, 1 medium, 0 low, 0 info; 0 waived\n");
    ambit("history", "prune", "--keep", "soon", "" + runs).complains("90d", "soon");
    ambit("history", "prune", "--keep", "9d", "" + folder.resolve("none")).complains("no folder");
  }

  @Test
  void whatIsNoWholeRunCountsAsNoneAndIsTold() throws IOException {
    scan("2026-11-01T02:15:00Z");
    Path half = Files.createDirectory(runs.resolve("2026-11-02T02-15-00.000Z"));
    Files.writeString(half.resolve("result.json"), "{");
    Path first = runs.resolve("2026-11-01T02-15-00.000Z").resolve("result.json");
    Files.writeString(first, Files.readString(first).replace("payroll", "pay-roll"));
    Ran list = ambit("history", "list", "" + runs);
    assertThat(list.out()).isEmpty();
    assertThat(list.err())
        .contains("the result beside this file is another one")
        .contains("2026-11-02T02-15-00.000Z is no whole run");
  }

  @Test
  void aSecondRunAtTheSameTimeSaysWhoIsAtWork() throws IOException {
    try (HistoryLock lock = HistoryLock.of(Files.createDirectory(runs))) {
      assertThat(lock.leftBy()).isEmpty();
      ambit("scan", "" + input, "--history", "" + runs)
          .complains("another run", "process " + ProcessHandle.current().pid(), "at work");
    }
    assertThat(names(runs)).isEmpty();
    ambit("scan", "" + input, "--history", "" + runs);
    assertThat(names(runs)).hasSize(1);
  }

  @Test
  void aLockThatADeadProcessLeftIsNoticed() throws IOException {
    Files.createDirectory(runs);
    Files.writeString(runs.resolve(".lock"), "4194304");
    Files.createDirectory(runs.resolve(".2026-11-01T02-15-00.000Z.part"));
    assertThat(ambit("scan", "" + input, "--history", "" + runs).err())
        .contains("process 4194304 ended before its run was kept");
    assertThat(names(runs)).hasSize(1);
    assertThat(Files.exists(runs.resolve(".2026-11-01T02-15-00.000Z.part"))).isFalse();
  }

  /** The seed is fixed, the moments are not: they depend on how fast the machine is today. */
  @Test
  void aRunKilledAtTenRandomMomentsLeavesOnlyWholeRuns() throws Exception {
    undisturbed(); // the first one also warms the machine
    long whole = undisturbed();
    Random random = new Random(20261101);
    int cutOff = 0;
    for (int i = 0; i < 10; i++) {
      Process process = child();
      // The later half: before it a run has hardly begun to read.
      long moment = (long) (whole * (0.4 + 0.7 * random.nextDouble()));
      if (!process.waitFor(moment, TimeUnit.NANOSECONDS)) {
        process.destroyForcibly().waitFor();
        cutOff++;
      }
    }
    assertThat(cutOff).isPositive();
    Ran after = Ran.at(Instant.now(), "scan", "" + input, "--history", "" + runs);
    assertThat(after.code()).isEqualTo(1);
    assertThat(after.err()).doesNotContain("is no whole run").doesNotContain("another one");
    try (Stream<Path> all = Files.list(runs)) {
      assertThat(all.map(each -> each.getFileName().toString()))
          .allMatch(name -> name.matches("\\.lock|20[0-9T.-]*Z"));
    }
    assertThat(names(runs)).hasSizeBetween(3, 13).hasSize(last().history().runs().size());
    for (String name : names(runs)) {
      assertThat(StoredResult.read(runs.resolve(name).resolve("result.json")).findings())
          .hasSize(2);
    }
  }

  /** How long it took, in nanoseconds. */
  private long undisturbed() throws Exception {
    long start = System.nanoTime();
    Process process = child();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return System.nanoTime() - start;
  }

  /** The line of the README, as cron would run it, in a folder that stands for its own. */
  @Test
  void theCronLineKeepsARunEachTimeAndSaysWhatItsCodeMeans() throws Exception {
    Files.move(input, Files.createDirectory(folder.resolve("input")).resolve("acme.yaml"));
    launcher();
    Process first = cron();
    assertThat(said(first)).isEqualTo("access: findings, see report.html\n");
    assertThat(said(cron())).isEqualTo("access: findings, see report.html\n");
    assertThat(names(runs)).hasSize(2);
    assertThat(folder.resolve("report.html")).isNotEmptyFile();

    Process one = cron();
    Process other = cron();
    String both = said(one) + said(other);
    int refused = both.split("not judged, exit 2", -1).length - 1;
    assertThat(names(runs)).as(both).hasSize(4 - refused);
    assertThat(both).contains("access: findings, see report.html");
    if (refused > 0) {
      assertThat(Files.readString(folder.resolve("ambit.log"))).contains("another run");
    }

    Files.writeString(folder.resolve("input").resolve("acme.yaml"), Worlds.EXPOSED_AND_BROKEN);
    assertThat(said(cron())).isEqualTo("access: not judged, exit 3, see ambit.log\n");
    Files.writeString(folder.resolve("input").resolve("acme.yaml"), Worlds.QUIET);
    assertThat(said(cron())).isEmpty();
  }

  private Process cron() throws IOException {
    String line =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(each -> each.startsWith("15 2 * * * "))
            .findFirst()
            .orElseThrow();
    ProcessBuilder shell =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                line.substring("15 2 * * * ".length()).replace("/srv/access", "" + folder))
            .redirectErrorStream(true);
    shell.environment().merge("PATH", "" + folder.resolve("bin"), (path, own) -> own + ":" + path);
    return shell.start();
  }

  /** Written before any run: a script that is written again while one starts is empty to it. */
  private void launcher() throws IOException {
    Path ambit = Files.createDirectories(folder.resolve("bin")).resolve("ambit");
    Files.writeString(
        ambit,
        "#!/bin/sh\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' dev.ambit.cli.Main \"$@\"\n");
    assertThat(ambit.toFile().setExecutable(true)).isTrue();
  }

  private static String said(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return out;
  }

  private Process child() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ambit.cli.Main",
                "scan",
                input.toString(),
                "--history",
                runs.toString(),
                "-q"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Ran scan(String time) {
    return Ran.at(Instant.parse(time), "scan", "" + input, "--history", "" + runs);
  }

  private AnalysisResult last() throws IOException {
    List<String> names = names(runs);
    return StoredResult.read(runs.resolve(names.get(names.size() - 1)).resolve("result.json"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
