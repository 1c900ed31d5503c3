package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ambit.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A very large export is no bad input: it is judged as a whole in a small memory. */
class LargeExportTest {
  private static final long TWO_HUNDRED_MEGABYTES = 200_000_000;

  /** One agent that acts as one of the roles, and one bucket that all of them can read. */
  private static final String INVENTORY =
      """
      ambit: 1
      asOf: 2026-11-01
      principals:
        - {id: team, kind: group, clearance: internal, size: 100}
        - {id: svc-7, kind: role, aliases: ["arn:aws:iam::111122223333:role/service/service-7"]}
      assets:
        - {id: shared, level: restricted, aliases: ["arn:aws:s3:::shared-assets"]}
      channels:
        - {id: room, readers: [team], writers: [team]}
      tools:
        - {id: post, effects: [publish], on: [room]}
      agents:
        - {id: bot, owner: team, identity: {mode: own, as: [svc-7]}, tools: [post], invokers: [team]}
      """;

  @Test
  void anExportOf200MegabytesIsJudgedInOneGigabyte(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path export = folder.resolve("account.json");
    int roles = LargeExport.write(export, TWO_HUNDRED_MEGABYTES);
    assertThat(Files.size(export)).isGreaterThan(TWO_HUNDRED_MEGABYTES - 10_000);
    Files.writeString(folder.resolve("inventory.yaml"), INVENTORY);
    Path result = folder.resolve("out").resolve("result.json");
    Files.createDirectory(result.getParent());

    Process scan =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "scan",
                "-q",
                "--out",
                "json=" + result,
                export.toString(),
                folder.resolve("inventory.yaml").toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(scan.waitFor(Duration.ofMinutes(8).toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(scan.exitValue()).as(told).isEqualTo(1);

    JsonNode judged = new ObjectMapper().readTree(result.toFile());
    assertThat(keys(judged))
        .contains(
            "action/exposes-classified-data bot shared critical",
            "oversight/destructive-ungated bot shared critical");
    // Each role names a log group of its own, and the policy that AWS manages is on all of them.
    assertThat(judged.at("/counts/findings/medium").asInt()).isGreaterThanOrEqualTo(roles);
  }

  private static List<String> keys(JsonNode judged) {
    return StreamSupport.stream(judged.get("findings").spliterator(), false)
        .map(
            finding ->
                String.join(
                    " ",
                    finding.get("rule").asText(),
                    finding.get("subject").asText(),
                    finding.get("object").asText(),
                    finding.get("severity").asText()))
        .toList();
  }
}
