package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Another output without the names of single people. Ids of findings stay what they are, so that a
 * copy without names and one with them can be laid beside each other.
 */
public record RedactedReport(ReportWriter of) implements ReportWriter {
  @Override
  public String id() {
    return of.id();
  }

  @Override
  public String use() {
    return of.use();
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    of.write(result, whole);
    String without = WithoutNames.of(result).in(whole.toString(StandardCharsets.UTF_8));
    out.write(without.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public ImmutableList<Beside> besides(AnalysisResult result) {
    return of.besides(result)
        .collect(beside -> new Beside(beside.path(), new RedactedReport(beside.writer())));
  }
}
