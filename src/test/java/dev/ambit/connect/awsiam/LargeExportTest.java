package dev.ambit.connect.awsiam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeExportTest {
  private static final long TWO_HUNDRED_MEGABYTES = 200_000_000;

  @Test
  void anExportOf200MegabytesIsReadInOneGigabyte(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path export = folder.resolve("account.json");
    int roles = LargeExport.write(export, TWO_HUNDRED_MEGABYTES);
    assertThat(Files.size(export)).isGreaterThan(TWO_HUNDRED_MEGABYTES - 10_000);

    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeExport.class.getName(),
                export.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(reader.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS)).isTrue();

    // Each has five statements of its own, its trust, and one of a policy that AWS manages.
    assertThat(told.strip())
        .isEqualTo(roles + " principals, " + (roles * 7L) + " statements, 0 notes");
  }
}
