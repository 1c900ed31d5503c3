package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The findings alone, one JSON object a line, for worlds with more of them than one document should
 * hold. Give it a result whose findings are not truncated.
 */
public final class FindingLinesReport implements ReportWriter {
  @Override
  public String id() {
    return "findings";
  }

  @Override
  public String use() {
    return "all findings, one JSON object a line";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    JsonGenerator json = Json.lines(out);
    for (Finding finding : result.findings()) {
      FindingJson.write(json, finding);
    }
    for (Waived waived : result.waived()) {
      WaivedJson.write(json, waived);
    }
    Json.end(json);
  }
}
