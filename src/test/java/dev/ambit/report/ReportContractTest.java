package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every output; a new one is in it by being in the list. */
class ReportContractTest {
  static Stream<ReportWriter> writers() {
    return ReportWriters.ALL.stream();
  }

  @Test
  void theListIsSortedAndEveryWriterIsFoundByItsName() {
    assertThat(ReportWriters.ALL.collect(ReportWriter::id).castToList())
        .isSorted()
        .doesNotHaveDuplicates();
    for (ReportWriter writer : ReportWriters.ALL) {
      assertThat(ReportWriters.named(writer.id())).contains(writer);
    }
    assertThat(ReportWriters.named("pdf")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void theSameResultGivesTheSameBytes(ReportWriter writer) {
    assertThat(Golden.written(writer, Results.incident()))
        .isEqualTo(Golden.written(writer, Results.incident()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void everyFindingIsThereByItsId(ReportWriter writer) {
    String written = Golden.written(writer, Results.incident());
    assertThat(written).contains(Results.incident().findings().collect(Finding::id));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void fiftyUnlikeFindingsAreAllThere(ReportWriter writer) {
    AnalysisResult result = unlike(50);
    assertThat(Golden.written(writer, result)).contains(result.findings().collect(Finding::id));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void theSentenceOfAFindingIsPrintedAsItIs(ReportWriter writer) {
    // The sentence has no letter that any output must escape; lines may be wrapped.
    String written = Golden.written(writer, Results.incident()).replaceAll("\\s+", " ");
    assertThat(written).contains("support-triage has no owner on record.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void nothingInANameActsOnItsSurroundings(ReportWriter writer) {
    String written = Golden.written(writer, Results.hostile());
    assertThat(written.codePoints().filter(point -> "\r\n".indexOf(point) < 0))
        .noneMatch(Visible::acts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void whatIsNotFoundIsWrittenToo(ReportWriter writer) {
    AnalysisResult nobody =
        Results.clean().with(it -> it.organisation("").agents(it.agents().take(0)));
    assertThat(Golden.written(writer, Results.clean())).endsWith("\n");
    assertThat(Golden.written(writer, nobody)).endsWith("\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void theStreamStaysOpen(ReportWriter writer) throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    writer.write(
        Results.incident(),
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.set(true);
          }
        });
    assertThat(closed).isFalse();
  }

  private static AnalysisResult unlike(int count) {
    return Results.incident()
        .with(
            it ->
                it.findings(
                    IntInterval.oneTo(count)
                        .collect(number -> Results.advice().withSubject("agent-" + (100 + number)))
                        .toImmutable()));
  }
}
