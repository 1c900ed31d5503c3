package dev.ambit.report;

import dev.ambit.report.html.HtmlReport;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Every kind of output we write. */
public final class ReportWriters {
  /** Sorted by id. */
  public static final ImmutableList<ReportWriter> ALL =
      Lists.immutable.of(
          new CsvReport(),
          new FindingLinesReport(),
          new GitlabReport(),
          new HtmlReport(),
          new JsonReport(),
          new JUnitReport(),
          new MarkdownReport(),
          new OcsfReport(),
          new OpenGraphReport(),
          new OscalReport(),
          new SarifReport(),
          new TextReport(TextLook.PLAIN));

  private ReportWriters() {}

  /** The writer of that id; empty if there is none. */
  public static Optional<ReportWriter> named(String id) {
    return ALL.detectOptional(writer -> writer.id().equals(id));
  }
}
