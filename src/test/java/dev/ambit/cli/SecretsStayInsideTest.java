package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.PlantedSecrets;
import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go in by every position of every dialect; no output, no message and no log has one. */
class SecretsStayInsideTest {
  /** The part of the shaped one that no output escapes, and the plain one. */
  private static final String[] SECRETS = {
    PlantedSecrets.SHAPED.substring("ghp_".length()), PlantedSecrets.PLAIN
  };

  private final MutableList<String> logged = Lists.mutable.<String>empty().asSynchronized();
  private final Handler listening = new Listening(logged);
  private final Logger root = Logger.getLogger("");
  private Level before = Level.INFO;

  @TempDir private Path folder;
  private Path outside;

  @BeforeEach
  void listenToEverything(@TempDir Path beside) {
    outside = beside;
    before = root.getLevel();
    root.addHandler(listening);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(listening);
    root.setLevel(before);
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
    assertThat(ran.err()).contains("p0/a/.cursor/mcp.json").doesNotContain(SECRETS);
    assertThat(ran.out()).doesNotContain(SECRETS);
    assertThat(logged.makeString("\n")).contains("p0/a/.cursor/mcp.json").doesNotContain(SECRETS);
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
    assertThat(logged.makeString("\n")).doesNotContain(SECRETS);
  }

  private MutableList<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return Lists.mutable.fromStream(all.filter(Files::isRegularFile));
    }
  }

  private Path written(ReportWriter writer) {
    return outside.resolve("result." + writer.id());
  }

  /** Keeps what is logged, with all that goes with it. */
  private static final class Listening extends Handler {
    private final MutableList<String> lines;

    Listening(MutableList<String> lines) {
      this.lines = lines;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getMessage());
      Lists.immutable
          .of(record.getParameters() == null ? new Object[0] : record.getParameters())
          .forEach(each -> lines.add(String.valueOf(each)));
      if (record.getThrown() != null) {
        lines.add(record.getThrown().toString());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
