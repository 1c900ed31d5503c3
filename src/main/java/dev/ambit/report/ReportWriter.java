package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

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

  /**
   * Files that belong beside it, for a result that is too large for one: each with its path below
   * the folder of the output. Most outputs have none.
   */
  default ImmutableList<Beside> besides(AnalysisResult result) {
    return Lists.immutable.empty();
  }

  /** One such file, and who writes it, from the same result. */
  record Beside(String path, ReportWriter writer) {}
}
