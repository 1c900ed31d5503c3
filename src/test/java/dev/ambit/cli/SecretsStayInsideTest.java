package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.PlantedSecrets;
import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go in by every position of every dialect; no output, no message and no log has one. */
class SecretsStayInsideTest {
  /** The part of the shaped one that no output escapes, and the plain one. */
  private static final String[] SECRETS = {
    PlantedSecrets.SHAPED.substring("ghp_".length()), PlantedSecrets.PLAIN
  };

  @TempDir private Path folder;
  private Path outside = Path.of("");

  @BeforeEach
  void aFolderBesideTheInput(@TempDir Path beside) {
    outside = beside;
  }

  /** One folder for each, as some of them would mean something else beside the others. */
  private void plant() throws IOException {
    int number = 0;
    for (PlantedSecrets each : PlantedSecrets.ALL) {
      Path file = folder.resolve("p" + number++).resolve(each.path());
      Files.createDirectories(file.getParent());
      Files.write(file, each.document().head());
    }
  }

  @Test
  void noFormatNorLogHasOne() throws IOException {
    plant();
    String[] scan =
        Stream.concat(
                Stream.of("scan", "-vv", folder.toString()),
                ReportWriters.ALL.castToList().stream()
                    .flatMap(each -> Stream.of("--out", each.id() + "=" + written(each))))
            .toArray(String[]::new);
    Ran ran = Ran.ambit(scan);

    assertThat(ran.code()).isNotEqualTo(70);
    // With -vv, stderr is the log: a line for each file and each rule.
    assertThat(ran.err()).contains("p0/a/.cursor/mcp.json").doesNotContain(SECRETS);
    assertThat(ran.out()).doesNotContain(SECRETS);
    for (ReportWriter each : ReportWriters.ALL) {
      // Its place says which one it is, so the reader loses nothing.
      assertThat(Files.readString(written(each)))
          .as(each.id())
          .contains("PGPASSWORD")
          .doesNotContain(SECRETS);
    }
  }

  @Test
  void noMessageAboutBrokenFilesHasOne() throws IOException {
    plant();
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
    }
    Ran ran = Ran.ambit("validate", "-vv", folder.toString());

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("p0/a/.cursor/mcp.json").doesNotContain(SECRETS);
    assertThat(ran.err()).doesNotContain(SECRETS);
  }

  private MutableList<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return Lists.mutable.fromStream(all.filter(Files::isRegularFile));
    }
  }

  private Path written(ReportWriter writer) {
    return outside.resolve("result." + writer.id());
  }
}
