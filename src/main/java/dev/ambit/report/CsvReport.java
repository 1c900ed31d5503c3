package dev.ambit.report;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Heads;
import dev.ambit.model.Origin;
import dev.ambit.model.Waived;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** A row for each finding, for a spreadsheet (RFC 4180; a cell that could be a formula is text). */
public final class CsvReport implements ReportWriter {
  private static final ImmutableList<String> COLUMNS =
      FastList.newListWith(
              "id",
              "status",
              "severity",
              "severityBest",
              "certainty",
              "rule",
              "agent or other subject",
              "object",
              "sentence",
              "owner",
              "audience",
              "not cleared",
              "file",
              "line",
              "pointer",
              "change",
              "waived until",
              "waived by",
              "waived because")
          .toImmutable();

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String use() {
    return "a row for each finding, for a spreadsheet";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    Map<String, String> owners = new HashMap<>();
    for (AgentSummary agent : result.agents()) {
      owners.put(agent.id(), agent.owner());
    }
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    row(writer, COLUMNS);
    for (Finding finding : result.findings()) {
      String status = finding.status().name().toLowerCase(Locale.ROOT);
      row(writer, cells(finding, status, owners).with("").with("").with("").toImmutable());
    }
    for (Waived waived : result.waived()) {
      row(
          writer,
          cells(waived.finding(), "waived", owners)
              .with(waived.waiver().until().toString())
              .with(waived.waiver().owner())
              .with(waived.waiver().reason())
              .toImmutable());
    }
    writer.flush();
  }

  private static FastList<String> cells(
      Finding finding, String status, Map<String, String> owners) {
    Origin place = FindingGroup.behind(finding);
    return FastList.newListWith(
        finding.id(),
        status,
        finding.severity().word(),
        finding.severityBest().word(),
        finding.certainty().word(),
        finding.rule(),
        finding.subject(),
        finding.object(),
        finding.message(),
        owners.getOrDefault(finding.subject(), ""),
        heads(finding.audience().total()),
        heads(finding.audience().uncleared()),
        place.file(),
        place.line() > 0 ? Integer.toString(place.line()) : "",
        place.pointer(),
        Wording.fix(finding));
  }

  /** A number a spreadsheet can add up, where there is one; empty for nobody. */
  private static String heads(Heads heads) {
    if (heads.equals(Heads.NOBODY)) {
      return "";
    }
    return heads.isNumber() && !heads.atLeast() ? Long.toString(heads.count()) : heads.toString();
  }

  private static void row(Writer writer, ImmutableList<String> cells) throws IOException {
    writer.write(cells.collect(CsvReport::cell).makeString(","));
    writer.write("\r\n");
  }

  private static String cell(String text) {
    String visible = Visible.of(text);
    boolean formula = !visible.isEmpty() && "=+-@＝＋－＠".indexOf(visible.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + visible.replace("\"", "\"\"") + "\"";
  }
}
