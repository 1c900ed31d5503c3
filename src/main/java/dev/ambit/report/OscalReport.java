package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Note;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * OSCAL 1.1.2 assessment results, for tools of regulated buyers: each rule that judged is a finding
 * (satisfied or not), each of our findings an observation and a risk, each waiver a deviation with
 * who approved it and until when. OSCAL has no word for "not judged", so that such a rule is left
 * out and named in the remarks. The assessment plan that the format asks for is in its back matter.
 */
public final class OscalReport implements ReportWriter {
  @Override
  public String id() {
    return "oscal";
  }

  @Override
  public String use() {
    return "OSCAL assessment results, for compliance tools";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    OscalText oscal = new OscalText(result);
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeObjectFieldStart("assessment-results");
    oscal.writeUuid(json, "results");
    oscal.writeMetadata(json, "Access of AI agents: assessment results");
    json.writeObjectFieldStart("import-ap");
    json.writeStringField("href", "#" + oscal.uuid("plan-resource"));
    json.writeEndObject();
    json.writeArrayFieldStart("results");
    writeResult(json, result, oscal);
    json.writeEndArray();
    writeBackMatter(json, oscal);
    json.writeEndObject();
    json.writeEndObject();
    Json.end(json);
  }

  private static void writeResult(JsonGenerator json, AnalysisResult result, OscalText oscal)
      throws IOException {
    json.writeStartObject();
    oscal.writeUuid(json, "result");
    json.writeStringField("title", "Judged for " + result.at());
    json.writeStringField(
        "description",
        oscal.line(
            result.verdict().status().word() + ": " + result.verdict().reasons().makeString("; ")));
    json.writeStringField("start", oscal.time());
    json.writeStringField("end", oscal.time());
    writeTool(json, result, oscal);
    oscal.writeReviewed(json, notJudged(result));
    ImmutableList<Finding> all =
        result.findings().newWithAll(result.waived().collect(Waived::finding));
    OscalRisks risks = new OscalRisks(json, oscal);
    if (all.notEmpty()) {
      json.writeArrayFieldStart("observations");
      for (Finding finding : all) {
        risks.writeObservation(finding);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("risks");
      for (Finding finding : result.findings()) {
        risks.writeOpen(finding);
      }
      for (Waived waived : result.waived()) {
        risks.writeAccepted(waived);
      }
      json.writeEndArray();
    }
    writeRules(json, result, all, oscal);
    json.writeEndObject();
  }

  private static void writeTool(JsonGenerator json, AnalysisResult result, OscalText oscal)
      throws IOException {
    json.writeObjectFieldStart("local-definitions");
    json.writeArrayFieldStart("components");
    json.writeStartObject();
    oscal.writeUuid(json, OscalText.TOOL);
    json.writeStringField("type", "software");
    json.writeStringField("title", "Ambit " + result.toolVersion());
    json.writeStringField("description", "Judges the access of AI agents from files.");
    json.writeObjectFieldStart("status");
    json.writeStringField("state", "operational");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What has no outcome here and must not be taken for one. */
  private static String notJudged(AnalysisResult result) {
    ImmutableList<String> rules =
        result.rules().collect(RuleSummary::id).select(rule -> Unjudged.is(result, rule));
    ImmutableList<String> notes =
        result
            .notes()
            .select(note -> note.kind() == Note.Kind.ERROR)
            .collect(note -> note.text() + " (" + note.origin() + ")");
    return "Not judged. Rules: "
        + (rules.isEmpty() ? "none" : Listed.of(rules, 50))
        + ". Not known: "
        + (result.gaps().isEmpty() ? "none" : Listed.of(result.gaps().collect(Gap::unknown), 50))
        + ". Not read: "
        + (notes.isEmpty() ? "nothing" : notes.take(50).makeString("; "))
        + "."
        + (result.truncated() > 0 ? " " + Wording.truncated(result.truncated()) + "." : "");
  }

  private static void writeRules(
      JsonGenerator json, AnalysisResult result, ImmutableList<Finding> all, OscalText oscal)
      throws IOException {
    ImmutableList<RuleSummary> judged =
        result.rules().reject(rule -> Unjudged.is(result, rule.id()));
    if (judged.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("findings");
    for (RuleSummary rule : judged) {
      ImmutableList<Finding> of = all.select(finding -> finding.rule().equals(rule.id()));
      json.writeStartObject();
      oscal.writeUuid(json, "rule " + rule.id());
      json.writeStringField("title", oscal.line(rule.title()));
      json.writeStringField("description", oscal.line(rule.why()));
      json.writeObjectFieldStart("target");
      json.writeStringField("type", "objective-id");
      json.writeStringField("target-id", OscalText.token(rule.id()));
      json.writeObjectFieldStart("status");
      json.writeStringField("state", of.isEmpty() ? "satisfied" : "not-satisfied");
      json.writeEndObject();
      json.writeEndObject();
      writeRelated(json, "related-observations", "observation-uuid", "observation ", of, oscal);
      writeRelated(json, "related-risks", "risk-uuid", "risk ", of, oscal);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRelated(
      JsonGenerator json,
      String key,
      String one,
      String kind,
      ImmutableList<Finding> findings,
      OscalText oscal)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(key);
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField(one, oscal.uuid(kind + finding.id()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeBackMatter(JsonGenerator json, OscalText oscal) throws IOException {
    json.writeObjectFieldStart("back-matter");
    json.writeArrayFieldStart("resources");
    json.writeStartObject();
    oscal.writeUuid(json, "plan-resource");
    json.writeStringField("title", "Assessment plan");
    json.writeStringField("description", "Made with these results: every rule, over every input.");
    json.writeObjectFieldStart("base64");
    json.writeStringField("filename", "assessment-plan.json");
    json.writeStringField("media-type", "application/json");
    json.writeStringField("value", oscal.plan());
    json.writeEndObject();
    json.writeEndObject();
    json.writeStartObject();
    oscal.writeUuid(json, "inputs-resource");
    json.writeStringField("title", "What was read");
    json.writeStringField("description", oscal.inputs());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
