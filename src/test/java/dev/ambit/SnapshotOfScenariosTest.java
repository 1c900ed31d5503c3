package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Severity;
import dev.ambit.report.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the inputs say comes out of a snapshot as it went in. */
class SnapshotOfScenariosTest {
  private static final AsOf DAY = new AsOf.Asked(LocalDate.of(2026, 11, 1));

  @TestFactory
  Stream<DynamicTest> aScanOfTheSnapshotWritesTheSameBytes(@TempDir Path folder) {
    return Stream.concat(
            AcceptanceCase.all().stream().map(AcceptanceCase::input),
            Stream.of(Path.of("sample-data/real-account/input")))
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.toString(),
                    () -> {
                      Path file = folder.resolve(input.toString().replaceAll("\\W", "-"));
                      String read = written(input, Optional.of(file));
                      assertThat(read).isEqualTo(written(input, Optional.empty()));
                      assertThat(written(input, Optional.of(file))).isEqualTo(read);
                      assertThat(kept(input, file).resolved().few())
                          .isEqualTo(Resolved.of(Lists.immutable.of(input), DAY).few());
                    }));
  }

  private static Prepared kept(Path input, Path file) {
    return Prepared.keptIn(file, Lists.immutable.of(input), DAY);
  }

  private static String written(Path input, Optional<Path> snapshot) throws IOException {
    Options options =
        new Options(
                Lists.immutable.of(input),
                Lists.immutable.empty(),
                Severity.HIGH,
                false,
                false,
                DAY)
            .with(run -> run.snapshot(snapshot));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport().write(Analysis.run(options), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
