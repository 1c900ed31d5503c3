package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Severity;
import dev.ambit.report.JsonReport;
import dev.ambit.rules.RuleBook;
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
  private static final RuleBook RULES = RuleBook.shipped();

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
                      Resolved read = resolved(input, file);
                      Resolved kept = resolved(input, file);
                      assertThat(kept).isNotSameAs(read);
                      assertThat(written(kept)).isEqualTo(written(read));
                      assertThat(kept.few()).isEqualTo(read.few());
                    }));
  }

  private static Resolved resolved(Path input, Path file) {
    return Resolved.of(
        Lists.immutable.of(input), new AsOf.Asked(LocalDate.of(2026, 11, 1)), Optional.of(file));
  }

  private static String written(Resolved resolved) throws IOException {
    Options options =
        new Options(
            Lists.immutable.empty(),
            Lists.immutable.empty(),
            Severity.HIGH,
            false,
            false,
            new AsOf.Asked(LocalDate.of(2026, 11, 1)));
    AnalysisResult result = Analysis.judge(resolved.access(), RULES, options);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport().write(result, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
