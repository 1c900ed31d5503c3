package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Compared;
import dev.ambit.model.Earlier;
import dev.ambit.model.KnownFinding;
import dev.ambit.model.Said;
import java.io.IOException;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How the findings stand against earlier days, beside the contract; nothing where none is named.
 */
final class ComparedJson {
  private ComparedJson() {}

  static void write(JsonGenerator json, AnalysisResult result) throws IOException {
    if (result.compared().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("compared");
    for (Compared compared : result.compared()) {
      json.writeStartObject();
      json.writeStringField("with", compared.with());
      json.writeNumberField("new", compared.fresh());
      json.writeNumberField("known", compared.known());
      write(json, "worse", compared.worse());
      write(json, "gone", compared.gone());
      if (compared.then() instanceof Said.Value<Earlier> then) {
        json.writeObjectFieldStart("then");
        json.writeStringField("at", then.said().at().toString());
        json.writeStringField("rulesDigest", then.said().rulesDigest());
        FindingJson.writeWords(json, "files", then.said().files());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String key, ImmutableList<KnownFinding> findings)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (KnownFinding finding : findings) {
      json.writeStartObject();
      json.writeStringField("id", finding.id());
      json.writeStringField("rule", finding.rule());
      json.writeStringField("subject", finding.subject());
      json.writeStringField("object", finding.object());
      json.writeStringField("severity", finding.severity().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
