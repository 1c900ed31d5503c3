package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same input and day give the same bytes in every output. Each run is a process of its own,
 * since the order of unordered sets differs from process to process and not within one.
 */
class SameBytesTest {
  private static final List<String> INPUTS =
      List.of("sample-data/forum-incident/input", "sample-data/unknown-facts/input");

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void anyNumberOfThreadsWritesTheSame(int threads, @TempDir Path one, @TempDir Path many)
      throws Exception {
    Process single = scan(one, 1);
    Process several = scan(many, threads);
    assertSame(single, one, several, many);
  }

  @Test
  void twoProcessesWriteTheSame(@TempDir Path one, @TempDir Path other) throws Exception {
    Process first = scan(one, 1);
    Process second = scan(other, 1);
    assertSame(first, one, second, other);
  }

  private static void assertSame(Process first, Path one, Process second, Path other)
      throws Exception {
    assertThat(first.waitFor()).isEqualTo(second.waitFor());
    for (ReportWriter writer : ReportWriters.ALL) {
      byte[] bytes = Files.readAllBytes(one.resolve(writer.id()));
      assertThat(bytes).as(writer.id()).isNotEmpty();
      assertThat(Files.readAllBytes(other.resolve(writer.id()))).as(writer.id()).isEqualTo(bytes);
    }
  }

  private static Process scan(Path folder, int threads) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + threads);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Main.class.getName(), "scan", "--at", "2026-11-01"));
    command.addAll(INPUTS);
    ReportWriters.ALL.forEach(
        writer -> command.add("--out=" + writer.id() + "=" + folder.resolve(writer.id())));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }
}
