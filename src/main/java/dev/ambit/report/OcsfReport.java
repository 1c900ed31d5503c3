package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Compared;
import dev.ambit.model.Finding;
import dev.ambit.model.Framework;
import dev.ambit.model.KnownFinding;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * OCSF 1.6.0 events, for a SIEM or a security lake: one Detection Finding (2004) for each finding,
 * with its path as an attack graph, and one Compliance Finding (2003) for each rule. A waived
 * finding is suppressed; one that an earlier day had and is gone is closed.
 */
public final class OcsfReport implements ReportWriter {
  private static final String VERSION = "1.6.0";
  private static final int FINDINGS = 2;
  private static final int COMPLIANCE = 2003;
  private static final int DETECTION = 2004;

  /** What happens to a finding, as OCSF numbers it. */
  private enum Activity {
    CREATE(1, "New", 1),
    UPDATE(2, "New", 1),
    SUPPRESS(2, "Suppressed", 3),
    CLOSE(3, "Resolved", 4);

    private final int id;
    private final String status;
    private final int statusId;

    Activity(int id, String status, int statusId) {
      this.id = id;
      this.status = status;
      this.statusId = statusId;
    }
  }

  @Override
  public String id() {
    return "ocsf";
  }

  @Override
  public String use() {
    return "OCSF events, for a SIEM";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartArray();
    for (Finding finding : result.findings()) {
      write(json, result, finding, activity(finding), "");
    }
    for (Waived waived : result.waived()) {
      write(json, result, waived.finding(), Activity.SUPPRESS, Wording.waived(waived));
    }
    for (KnownFinding gone : result.compared().flatCollect(Compared::gone).distinct()) {
      writeGone(json, result, gone);
    }
    for (RuleSummary rule : result.rules()) {
      writeRule(json, result, rule);
    }
    json.writeEndArray();
    Json.end(json);
  }

  private static Activity activity(Finding finding) {
    return switch (finding.status()) {
      case NEW -> Activity.CREATE;
      case KNOWN -> Activity.UPDATE;
      case GONE -> Activity.CLOSE;
    };
  }

  private static void write(
      JsonGenerator json, AnalysisResult result, Finding finding, Activity activity, String detail)
      throws IOException {
    json.writeStartObject();
    writeEvent(json, result, DETECTION, activity);
    OcsfFinding.writeSeverity(json, finding.severity());
    if (!detail.isEmpty()) {
      json.writeStringField("status_detail", Visible.of(detail));
    }
    new OcsfFinding(json, finding).write(owner(result, finding));
    json.writeEndObject();
  }

  private static String owner(AnalysisResult result, Finding finding) {
    return result
        .agents()
        .detectOptional(agent -> agent.id().equals(finding.subject()))
        .map(AgentSummary::owner)
        .orElse("");
  }

  /** An earlier day keeps the parts of a finding, and not its sentence. */
  private static void writeGone(JsonGenerator json, AnalysisResult result, KnownFinding gone)
      throws IOException {
    json.writeStartObject();
    writeEvent(json, result, DETECTION, Activity.CLOSE);
    OcsfFinding.writeSeverity(json, gone.severity());
    json.writeObjectFieldStart("finding_info");
    json.writeStringField("uid", gone.id());
    json.writeStringField(
        "title", Visible.of(gone.rule() + ": " + gone.subject() + ", " + gone.object()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What every event says. */
  private static void writeEvent(
      JsonGenerator json, AnalysisResult result, int kind, Activity activity) throws IOException {
    json.writeNumberField("category_uid", FINDINGS);
    json.writeStringField("category_name", "Findings");
    json.writeNumberField("class_uid", kind);
    json.writeStringField(
        "class_name", kind == DETECTION ? "Detection Finding" : "Compliance Finding");
    json.writeNumberField("activity_id", activity.id);
    json.writeNumberField("type_uid", kind * 100 + activity.id);
    json.writeNumberField(
        "time", result.at().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    json.writeStringField("status", activity.status);
    json.writeNumberField("status_id", activity.statusId);
    json.writeObjectFieldStart("metadata");
    json.writeStringField("version", VERSION);
    json.writeObjectFieldStart("product");
    json.writeStringField("name", "Ambit");
    json.writeStringField("vendor_name", "Ambit");
    json.writeStringField("version", result.toolVersion());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A rule as a control. One that did not judge is no pass: OCSF has "warning" for it. */
  private static void writeRule(JsonGenerator json, AnalysisResult result, RuleSummary rule)
      throws IOException {
    ImmutableList<Finding> found =
        result.findings().select(finding -> finding.rule().equals(rule.id()));
    boolean judged = !Unjudged.is(result, rule.id());
    json.writeStartObject();
    writeEvent(json, result, COMPLIANCE, Activity.CREATE);
    OcsfFinding.writeSeverity(json, found.collect(Finding::severity));
    json.writeObjectFieldStart("finding_info");
    json.writeStringField("uid", "rule:" + rule.id());
    json.writeStringField("title", Visible.of(rule.title()));
    json.writeStringField("desc", Visible.of(rule.why()));
    json.writeEndObject();
    json.writeObjectFieldStart("compliance");
    json.writeStringField("control", rule.id());
    FindingJson.writeWords(json, "standards", standards(rule));
    json.writeStringField("status", !judged ? "Warning" : found.isEmpty() ? "Pass" : "Fail");
    json.writeNumberField("status_id", !judged ? 2 : found.isEmpty() ? 1 : 3);
    json.writeEndObject();
    json.writeObjectFieldStart("remediation");
    json.writeStringField("desc", Visible.of(rule.fix()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static ImmutableList<String> standards(RuleSummary rule) {
    return rule.frameworks()
        .collect((Framework entry) -> entry.list() + " " + entry.id())
        .distinct();
  }
}
