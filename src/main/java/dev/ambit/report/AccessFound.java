package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.AccessAnswer;
import dev.ambit.model.request.LayerRuling;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The answer to "can this principal do that?". */
public record AccessFound(AccessAnswer answer) implements Telling {

  /** The object of contract/result.md for {@code ambit can}. */
  @Override
  public void writeJson(OutputStream out) throws IOException {
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeStringField("principal", answer.principal());
    json.writeStringField("action", answer.action());
    json.writeStringField("resource", answer.resource());
    json.writeStringField("decision", answer.ruling().ruling().word());
    json.writeArrayFieldStart("layers");
    for (LayerRuling each : answer.ruling().layers()) {
      json.writeStartObject();
      json.writeStringField("layer", each.layer().word());
      json.writeStringField("decision", each.ruling().word());
      AccessText.writeBecause(json, each.because());
      json.writeEndObject();
    }
    json.writeEndArray();
    AccessText.writeDependsOn(json, answer);
    json.writeEndObject();
    Json.end(json);
  }

  @Override
  public void writeText(OutputStream out, TextLook look) throws IOException {
    TextPage page = new TextPage(look);
    page.block("", 0, answer.ruling().ruling().word() + ": " + AccessText.sentence(answer));
    for (LayerRuling layer : answer.ruling().layers()) {
      page.block("  " + layer.layer().word(), 18, AccessText.verb(layer));
      for (Statement each : layer.because()) {
        page.block("", 18, AccessText.text(each));
        page.line(" ".repeat(18) + each.origin());
      }
    }
    answer.ruling().dependsOn().forEach(each -> page.block("  depends on", 18, each));
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
