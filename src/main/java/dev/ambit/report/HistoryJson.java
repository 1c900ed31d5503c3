package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.History;
import dev.ambit.model.KeptRun;
import java.io.IOException;
import java.io.OutputStream;

/** Runs that were kept, as JSON. */
public final class HistoryJson {
  /** Names the format of the file that a later run reads. */
  static final String SCHEMA = "https://w3id.org/ambit/run/1";

  private HistoryJson() {}

  /**
   * The small file beside a stored result, so that a later run need not read all of it.
   *
   * @param sha256 of the stored result, in hex
   */
  public static void write(KeptRun kept, String sha256, OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeFieldName("run");
    write(json, kept.run());
    json.writeBooleanField("whole", kept.whole());
    json.writeStringField("sha256", sha256);
    FindingJson.writeWords(json, "found", kept.found());
    json.writeEndObject();
    Json.end(json);
  }

  static void write(JsonGenerator json, History history) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("runs");
    for (History.Run run : history.runs()) {
      write(json, run);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("open");
    for (History.Age age : history.open()) {
      json.writeStartObject();
      json.writeStringField("finding", age.finding());
      json.writeStringField("first", age.first().toString());
      json.writeStringField("since", age.since().toString());
      json.writeNumberField("days", age.days());
      json.writeBooleanField("reopened", age.isReopened());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, History.Run run) throws IOException {
    json.writeStartObject();
    json.writeStringField("time", run.time().toString());
    json.writeStringField("status", run.status().word());
    json.writeObjectFieldStart("counts");
    JsonReport.writeFindingCounts(json, run.findings());
    json.writeEndObject();
    json.writeEndObject();
  }
}
