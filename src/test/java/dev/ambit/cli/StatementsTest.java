package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
  /** Enough assets that a sort which contradicts itself would be noticed. */
  @Test
  void ofManyAssetsThoseOfNoKnownLevelComeFirstAndThenTheMostSensitive(@TempDir Path folder)
      throws IOException {
    StringBuilder assets = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String level = i % 3 == 0 ? "" : i % 3 == 1 ? ", level: public" : ", level: restricted";
      assets.append("  - {id: asset-%02d%s, readers: [svc]}\n".formatted(i, level));
    }
    Files.writeString(
        folder.resolve("inventory.yaml"),
        """
        ambit: 1
        asOf: 2026-11-01
        principals:
          - {id: svc, kind: service}
        assets:
        %sagents:
          - {id: bot, identity: {mode: own, as: [svc]}, invokers: []}
        """
            .formatted(assets));
    Path result = folder.resolve("result.json");
    Ran.ambit("scan", "-q", "--out", "json=" + result, folder.toString());
    JsonNode reached = new ObjectMapper().readTree(result.toFile()).at("/statement/assets");
    assertThat(reached.findValuesAsText("asset"))
        .hasSize(60)
        .startsWith("asset-00", "asset-03")
        .endsWith("asset-55", "asset-58");
  }
}
