package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one kind of output. Stateless: the same result gives the same bytes. */
public interface ReportWriter {
  /** Its name on the command line, as in {@code --out html=review.html}. */
  String id();

  /** One line for {@code --help} and the README: what it is for. */
  String use();

  /**
   * Writes the whole output as UTF-8 and flushes; {@code out} stays open.
   *
   * @throws IOException if {@code out} cannot take it
   */
  void write(AnalysisResult result, OutputStream out) throws IOException;
}
