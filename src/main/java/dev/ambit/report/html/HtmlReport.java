package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.report.ReportWriter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The review as one HTML file, for people who decide. */
public final class HtmlReport implements ReportWriter {
  @Override
  public String id() {
    return "html";
  }

  @Override
  public String use() {
    return "for people who decide: one file with summary, pictures of paths, and evidence";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      Engine.TEMPLATES.render("report.jte", Page.of(result), new VisibleOutput(writer));
    } catch (UncheckedIOException e) {
      throw new IOException("the report could not be written", e);
    }
    writer.flush();
  }

  /** Made on first use, so that a run without HTML does not pay for it. */
  private static final class Engine {
    static final TemplateEngine TEMPLATES =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), "dev.ambit.report.pages");
  }
}
