package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.report.JsonReport;
import dev.ambit.report.ReportWriter;
import dev.ambit.report.WithoutNames;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The review as one HTML file, for people who decide. */
public final class HtmlReport implements ReportWriter {
  /** The folder for the pages of agents, where one page would be too large. */
  static final String FOLDER = "ambit-agents";

  /**
   * So many findings, agents and missing facts make a page of about 5 MB, which a browser opens
   * without a wait; beyond, each agent has a page of its own.
   */
  private static final int MOST = 10_500;

  private final HtmlLook look;
  private final int most;
  private final Optional<String> digestOfAll;

  public HtmlReport() {
    this(HtmlLook.FULL);
  }

  public HtmlReport(HtmlLook look) {
    this(look, MOST);
  }

  HtmlReport(HtmlLook look, int most) {
    this(look, most, Optional.empty());
  }

  private HtmlReport(HtmlLook look, int most, Optional<String> digestOfAll) {
    this.look = look;
    this.most = most;
    this.digestOfAll = digestOfAll;
  }

  /** A page of a report in many files: it belongs to the result that all of them are made from. */
  static HtmlReport pageOf(String digestOfAll, HtmlLook look) {
    return new HtmlReport(look, Integer.MAX_VALUE, Optional.of(digestOfAll));
  }

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
      if (look.withoutNames()) {
        WithoutNames without = WithoutNames.of(result);
        StringWriter page = new StringWriter();
        render(without.in(result), result, page);
        writer.write(withoutNames(page.toString(), without));
      } else {
        render(result, result, writer);
      }
    } catch (UncheckedIOException e) {
      throw new IOException("the report could not be written", e);
    }
    writer.flush();
  }

  private boolean isTooLarge(AnalysisResult result) {
    return look.profile().has(Section.FINDINGS)
        && result.findings().size() + result.agents().size() + result.gaps().size() > most;
  }

  @Override
  public ImmutableList<Beside> besides(AnalysisResult result) {
    if (!isTooLarge(result)) {
      return Lists.immutable.empty();
    }
    String digest = digest(result);
    return result
        .agents()
        .collect(
            agent ->
                new Beside(
                    FOLDER + "/" + Anchor.agent(agent.id()) + ".html",
                    new HtmlExtract(look, agent.id(), digest)));
  }

  /** The digest is always that of the whole result. */
  private void render(AnalysisResult shown, AnalysisResult whole, Writer writer)
      throws IOException {
    Page page = Page.of(shown, look, digestOfAll.orElseGet(() -> digest(whole)), isTooLarge(whole));
    Engine.TEMPLATES.render("report.jte", page, new VisibleOutput(writer));
  }

  /** Style and script are ours, name nobody, and are locked by their hash. */
  private static String withoutNames(String page, WithoutNames without) {
    int style = page.indexOf("</style>");
    int script = page.lastIndexOf("<script>");
    int head = page.indexOf("<style>");
    return without.in(page.substring(0, head))
        + page.substring(head, style)
        + without.in(page.substring(style, script))
        + page.substring(script);
  }

  private static String digest(AnalysisResult result) {
    try (DigestOutputStream out =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      new JsonReport().write(result, out);
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written anywhere", e);
    }
  }

  /** Made on first use, so that a run without HTML does not pay for it. */
  private static final class Engine {
    static final TemplateEngine TEMPLATES =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), "dev.ambit.report.pages");
  }
}
