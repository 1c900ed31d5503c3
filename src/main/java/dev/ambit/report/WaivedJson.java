package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import java.io.IOException;

/** A waived finding as a JSON object of contract/result.md. */
final class WaivedJson {
  private WaivedJson() {}

  static void write(JsonGenerator json, Waived waived) throws IOException {
    Waiver waiver = waived.waiver();
    json.writeStartObject();
    json.writeFieldName("finding");
    FindingJson.write(json, waived.finding());
    json.writeObjectFieldStart("waiver");
    json.writeStringField("reason", waiver.reason());
    json.writeStringField("owner", waiver.owner());
    json.writeStringField("until", waiver.until().toString());
    FindingJson.writeOrigin(json, waiver.origin());
    json.writeStringField("decision", waiver.decision().word());
    writeIfSaid(json, "id", waiver.id());
    writeIfSaid(json, "approver", waiver.approver());
    writeIfSaid(json, "ticket", waiver.ticket());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeIfSaid(JsonGenerator json, String key, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(key, text);
    }
  }
}
