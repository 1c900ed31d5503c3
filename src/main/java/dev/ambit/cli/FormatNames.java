package dev.ambit.cli;

import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.util.Iterator;

/** The formats of {@code --out}, asked for only when a help text shows them. */
final class FormatNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return ReportWriters.ALL.collect(ReportWriter::id).iterator();
  }
}
