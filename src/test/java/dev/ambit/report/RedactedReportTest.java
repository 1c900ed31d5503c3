package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import dev.ambit.report.html.HtmlLook;
import dev.ambit.report.html.HtmlReport;
import dev.ambit.report.html.Profile;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no names of people were asked for, none is in any output. */
class RedactedReportTest {
  private static final String JANE = "Jane van der Berg-Li";
  private static final String JOE = "joe_\"cool\" <joe@acme.example>";

  static Stream<ReportWriter> writers() {
    return ReportWriters.ALL.stream();
  }

  private static AnalysisResult result() {
    Finding named =
        Results.advice()
            .withMessage(
                "After the last review "
                    + JANE
                    + " can read what forum-helper writes in eng-forum, and so can "
                    + JOE
                    + ", and in the end it was once more "
                    + JANE
                    + ".");
    Waiver waiver =
        new Waiver(
            "agreed with " + JANE,
            "Maria Ortiz",
            LocalDate.of(2026, 12, 31),
            named.evidence().getFirst(),
            "w-1",
            Waiver.Decision.ACCEPT,
            "Kim Chen",
            "");
    return Results.incident()
        .with(
            it ->
                it.findings(Lists.immutable.of(named))
                    .waived(Lists.immutable.of(new Waived(Results.exposure(), waiver)))
                    .statement(it.statement().withPeople(Lists.immutable.of(JANE, JOE))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void nobodyIsNamed(ReportWriter writer) {
    ReportWriter without =
        writer.id().equals("html")
            ? new HtmlReport(new HtmlLook(Profile.FULL, "Confidential", true, ""))
            : new RedactedReport(writer);
    String written = Golden.written(without, result());
    assertThat(written.replaceAll("\\s+", " "))
        .contains("person ", Results.advice().id())
        .doesNotContain("Jane", "Berg", "joe", "acme.example", "Ortiz", "Chen");
    assertThat(without.id()).isEqualTo(writer.id());
  }

  @Test
  void withoutBeingAskedEverybodyIsNamed() {
    assertThat(Golden.written(new MarkdownReport(), result())).contains("Jane van der Berg-Li");
  }

  @Test
  void aWordThatOnlyHoldsANameStays() {
    AnalysisResult result =
        result().with(it -> it.statement(it.statement().withPeople(Lists.immutable.of("eng"))));
    assertThat(WithoutNames.of(result).in("eng posts to eng-forum, /home/eng/x"))
        .isEqualTo("person 3 posts to eng-forum, /home/eng/x");
  }
}
