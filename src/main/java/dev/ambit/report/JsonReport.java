package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Counts;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.History;
import dev.ambit.model.InputFile;
import dev.ambit.model.Levels;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The result as contract/result.md has it, key by key in that order: what every other tool reads.
 * Nothing is null; a key that does not apply is not there. In each object the keys of the contract
 * come first and ours after them, so that the whole result can be read back.
 */
public final class JsonReport implements ReportWriter {
  /** Names the format. It changes only when a reader of the old one would be misled. */
  /** So many findings are indented for a reader; of more, indenting is a third of the file. */
  private static final int INDENTED = 1_000;

  static final String SCHEMA = "https://w3id.org/ambit/result/1";

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String use() {
    return "the whole result, for other tools";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    boolean many = result.findings().size() > INDENTED;
    JsonGenerator json = many ? Json.compact(out) : Json.indented(out);
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    writeTool(json, result);
    writeRun(json, result);
    writeVerdict(json, result);
    writeCoverage(json, result);
    writeCounts(json, result);
    writeAgents(json, result);
    json.writeArrayFieldStart("findings");
    for (Finding finding : result.findings()) {
      FindingJson.write(json, finding);
    }
    json.writeEndArray();
    if (result.truncated() > 0) {
      json.writeNumberField("truncated", result.truncated());
    }
    writeWaived(json, result);
    writeNotes(json, result);
    ComparedJson.write(json, result);
    StatementJson.write(json, result);
    if (!result.history().equals(History.NONE)) {
      json.writeFieldName("history");
      HistoryJson.write(json, result.history());
    }
    json.writeEndObject();
    Json.end(json);
  }

  private static void writeTool(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "ambit");
    json.writeStringField("version", result.toolVersion());
    json.writeStringField("rulesDigest", result.rulesDigest());
    json.writeEndObject();
  }

  private static void writeRun(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeObjectFieldStart("run");
    json.writeStringField("at", result.at().toString());
    json.writeArrayFieldStart("inputs");
    for (InputFile input : result.inputs()) {
      json.writeStartObject();
      json.writeStringField("path", input.path());
      json.writeStringField("sha256", input.sha256());
      json.writeStringField("source", input.source());
      json.writeNumberField("facts", input.facts());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!result.organisation().isEmpty()) {
      json.writeStringField("organisation", result.organisation());
    }
    json.writeStringField("failOn", failOn(result.failOn()));
    FindingJson.writeWords(json, "levels", result.levels().names());
    json.writeEndObject();
  }

  /** As {@code --fail-on} has it. */
  private static String failOn(Severity threshold) {
    return threshold == Severity.NONE ? "never" : threshold.word();
  }

  private static void writeVerdict(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeObjectFieldStart("verdict");
    json.writeStringField("status", result.verdict().status().word());
    FindingJson.writeWords(json, "reasons", result.verdict().reasons());
    json.writeEndObject();
  }

  private static void writeCoverage(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeObjectFieldStart("coverage");
    json.writeBooleanField("complete", result.coverageComplete());
    json.writeArrayFieldStart("gaps");
    for (Gap gap : result.gaps()) {
      json.writeStartObject();
      json.writeStringField("about", gap.about());
      json.writeStringField("missing", gap.missing());
      json.writeStringField("matters", gap.matters().word());
      json.writeStringField("addTo", gap.addTo());
      FindingJson.writeOrigin(json, gap.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, AnalysisResult result) throws IOException {
    Counts counts = result.counts();
    json.writeObjectFieldStart("counts");
    json.writeNumberField("agents", counts.agents());
    json.writeNumberField("principals", counts.principals());
    json.writeNumberField("assets", counts.assets());
    json.writeNumberField("channels", counts.channels());
    json.writeNumberField("grants", counts.grants());
    json.writeNumberField("paths", counts.paths());
    writeFindingCounts(json, result.findingCounts());
    json.writeEndObject();
  }

  /** Two fields of an object. */
  static void writeFindingCounts(JsonGenerator json, AnalysisResult.FindingCounts findings)
      throws IOException {
    json.writeObjectFieldStart("findings");
    json.writeNumberField("critical", findings.critical());
    json.writeNumberField("high", findings.high());
    json.writeNumberField("medium", findings.medium());
    json.writeNumberField("low", findings.low());
    json.writeNumberField("info", findings.info());
    json.writeEndObject();
    json.writeNumberField("waived", findings.waived());
  }

  private static void writeAgents(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeArrayFieldStart("agents");
    for (AgentSummary agent : result.agents()) {
      json.writeStartObject();
      json.writeStringField("id", agent.id());
      json.writeStringField("name", agent.name());
      if (!agent.owner().isEmpty()) {
        json.writeStringField("owner", agent.owner());
      }
      json.writeStringField("stage", agent.stage());
      writeReads(json, agent, result.levels());
      json.writeNumberField("publishesTo", agent.publishesTo());
      FindingJson.writeHeads(json, "audience", agent.audience());
      if (agent.audience().atLeast()) {
        json.writeBooleanField("atLeast", true);
      }
      json.writeStringField("worst", agent.worst().word());
      FindingJson.writeOrigin(json, agent.origin());
      if (agent.readiness().isJudged()) {
        json.writeFieldName("readiness");
        ReadinessJson.write(json, agent.readiness());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Highest level first, as people read it. */
  private static void writeReads(JsonGenerator json, AgentSummary agent, Levels levels)
      throws IOException {
    json.writeObjectFieldStart("reads");
    for (int rank = levels.highest(); rank >= 0; rank--) {
      json.writeNumberField(levels.name(rank), agent.reads().get(rank));
    }
    json.writeNumberField("unclassified", agent.unclassified());
    json.writeEndObject();
  }

  private static void writeWaived(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeArrayFieldStart("waived");
    for (Waived waived : result.waived()) {
      WaivedJson.write(json, waived);
    }
    json.writeEndArray();
  }

  private static void writeNotes(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeArrayFieldStart("notes");
    for (Note note : result.notes()) {
      json.writeStartObject();
      json.writeStringField("kind", note.kind().word());
      json.writeStringField("text", note.text());
      FindingJson.writeOrigin(json, note.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
