package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Gap;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.IOException;

/**
 * What was not judged, as SARIF results of the kind "open": neither a pass nor a fault. Only for
 * readers who know the kind; code scanning would show each as an alert.
 */
record SarifOpen(JsonGenerator json, AnalysisResult result) {
  void write() throws IOException {
    for (Gap gap : result.gaps()) {
      write(
          "ambit/missing-fact",
          Wording.gap(gap) + "; could matter at " + gap.matters().word() + "; add " + gap.addTo(),
          gap.origin());
    }
    for (Note note : result.notes()) {
      if (note.kind() == Note.Kind.ERROR || note.kind() == Note.Kind.NOT_JUDGED) {
        write(
            "ambit/" + note.kind().word(),
            Wording.kind(note.kind()) + ": " + note.text(),
            note.origin());
      }
    }
  }

  private void write(String rule, String text, Origin origin) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", rule);
    json.writeStringField("kind", "open");
    json.writeStringField("level", "none");
    SarifResult.writeText(json, "message", text);
    if (SarifResult.isFile(origin)) {
      json.writeArrayFieldStart("locations");
      json.writeStartObject();
      SarifResult.writePhysical(json, origin);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
