package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Readiness;
import java.io.IOException;

/** For which use an agent is fit, as a JSON object. */
final class ReadinessJson {
  private ReadinessJson() {}

  static void write(JsonGenerator json, Readiness readiness) throws IOException {
    json.writeStartObject();
    json.writeStringField("fitFor", readiness.fitFor().word());
    json.writeArrayFieldStart("criteria");
    for (Readiness.Criterion each : readiness.criteria()) {
      json.writeStartObject();
      json.writeStringField("for", each.stage().word());
      json.writeStringField("asks", each.asks());
      json.writeBooleanField("met", each.met());
      json.writeStringField("says", each.says());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
