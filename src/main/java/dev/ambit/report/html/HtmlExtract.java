package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.report.Extract;
import dev.ambit.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;

/** The page of one agent, beside a report that is too large for one file. */
record HtmlExtract(HtmlLook look, String agent, String digestOfAll) implements ReportWriter {
  @Override
  public String id() {
    return "html";
  }

  @Override
  public String use() {
    return "the page of one agent";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    HtmlLook only = new HtmlLook(look.profile(), look.documentClass(), look.withoutNames(), agent);
    HtmlReport.pageOf(digestOfAll, only).write(Extract.of(result, agent), out);
  }
}
