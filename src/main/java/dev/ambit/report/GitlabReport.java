package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import java.io.IOException;
import java.io.OutputStream;

/**
 * GitLab's Code Quality report, for the widget of a merge request: an array of open findings, each
 * at the line to edit. The fingerprint is the id, since of two alike only the first is shown.
 */
public final class GitlabReport implements ReportWriter {
  @Override
  public String id() {
    return "gitlab";
  }

  @Override
  public String use() {
    return "GitLab Code Quality, for a merge request";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartArray();
    for (Finding finding : result.findings()) {
      Origin place = SarifResult.place(finding, result.inputs());
      json.writeStartObject();
      json.writeStringField("description", Visible.of(finding.message()));
      json.writeStringField("check_name", finding.rule());
      json.writeStringField("fingerprint", finding.id());
      json.writeStringField("severity", severity(finding.severity()));
      json.writeObjectFieldStart("location");
      json.writeStringField("path", Visible.of(place.file()));
      json.writeObjectFieldStart("lines");
      json.writeNumberField("begin", Math.max(1, place.line()));
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.end(json);
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "blocker";
      case HIGH -> "critical";
      case MEDIUM -> "major";
      case LOW -> "minor";
      case INFO, NONE -> "info";
    };
  }
}
