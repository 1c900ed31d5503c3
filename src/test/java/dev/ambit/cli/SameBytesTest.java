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

/**
 * The same input and day give the same bytes in every output. Each run is a process of its own,
 * since the order of unordered sets differs from process to process and not within one.
 */
class SameBytesTest {
  private static final List<String> INPUTS =
      List.of("sample-data/forum-incident/input", "sample-data/unknown-facts/input");

  @Test
  void twoProcessesWriteTheSame(@TempDir Path one, @TempDir Path other) throws Exception {
    Process first = scan(one);
    Process second = scan(other);
    assertThat(first.waitFor()).isEqualTo(second.waitFor());
    for (ReportWriter writer : ReportWriters.ALL) {
      byte[] bytes = Files.readAllBytes(one.resolve(writer.id()));
      assertThat(bytes).as(writer.id()).isNotEmpty();
      assertThat(Files.readAllBytes(other.resolve(writer.id()))).as(writer.id()).isEqualTo(bytes);
    }
  }

  private static Process scan(Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
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
