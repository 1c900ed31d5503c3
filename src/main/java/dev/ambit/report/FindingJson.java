package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Audience;
import dev.ambit.model.Change;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Framework;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** One finding as a JSON object of contract/result.md. */
final class FindingJson {
  private FindingJson() {}

  static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.id());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("subject", finding.subject());
    json.writeStringField("object", finding.object());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("severityBest", finding.severityBest().word());
    json.writeStringField("certainty", finding.certainty().word());
    json.writeStringField("status", finding.status().name().toLowerCase(Locale.ROOT));
    json.writeStringField("message", finding.message());
    if (!finding.audience().equals(Audience.NOBODY)) {
      writeAudience(json, finding.audience());
    }
    writeGates(json, finding.gates());
    json.writeArrayFieldStart("paths");
    for (ExposurePath path : finding.paths()) {
      writePath(json, path);
    }
    json.writeEndArray();
    json.writeNumberField("pathsTotal", finding.pathsTotal());
    writeFix(json, finding.fix());
    writeFrameworks(json, finding.frameworks());
    json.writeStringField("title", finding.title());
    json.writeStringField("why", finding.why());
    json.writeStringField("advice", finding.fixAdvice());
    json.writeArrayFieldStart("evidence");
    for (Origin place : finding.evidence()) {
      json.writeStartObject();
      writePlace(json, place);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeAudience(JsonGenerator json, Audience audience) throws IOException {
    json.writeObjectFieldStart("audience");
    writeHeads(json, "uncleared", audience.uncleared());
    writeHeads(json, "total", audience.total());
    if (audience.uncleared().atLeast() || audience.total().atLeast()) {
      json.writeBooleanField("atLeast", true);
    }
    writeWords(json, "groups", audience.groups());
    writeWords(json, "sample", audience.sample());
    // The contract has one word for both counts; which of them it is, stands here.
    if (audience.uncleared().atLeast() != audience.total().atLeast()) {
      json.writeStringField("atLeastOf", audience.uncleared().atLeast() ? "uncleared" : "total");
    }
    json.writeEndObject();
  }

  static void writeGates(JsonGenerator json, ImmutableList<GateUse> gates) throws IOException {
    json.writeArrayFieldStart("gates");
    for (GateUse gate : gates) {
      json.writeStartObject();
      writeGate(json, gate);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeGate(JsonGenerator json, GateUse gate) throws IOException {
    json.writeStringField("id", gate.id());
    json.writeStringField("strength", gate.strength().word());
    json.writeBooleanField("counts", gate.counts());
    json.writeStringField("why", gate.why());
    json.writeNumberField("tier", gate.tier());
    writeOrigin(json, gate.origin());
  }

  static void writePath(JsonGenerator json, ExposurePath path) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("hops");
    for (Hop hop : path.hops()) {
      json.writeStartObject();
      json.writeStringField("from", hop.from());
      json.writeStringField("kind", hop.kind().word());
      json.writeStringField("to", hop.to());
      json.writeStringField("because", hop.because());
      writeOrigin(json, hop.origin());
      json.writeStringField("certainty", hop.certainty().word());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("severity", path.severity().word());
    json.writeEndObject();
  }

  private static void writeFix(JsonGenerator json, ImmutableList<FixSet> fixes) throws IOException {
    json.writeArrayFieldStart("fix");
    for (FixSet fix : fixes) {
      json.writeStartObject();
      json.writeArrayFieldStart("changes");
      for (Change change : fix.changes()) {
        writeChange(json, change);
      }
      json.writeEndArray();
      json.writeStringField("say", fix.say());
      json.writeNumberField("cost", fix.cost());
      json.writeNumberField("closes", fix.closes());
      if (fix.lost().notEmpty()) {
        writeWords(json, "lost", fix.lost());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeChange(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("op", change.op().name().toLowerCase(Locale.ROOT));
    json.writeStringField("file", change.file());
    json.writeStringField("pointer", change.pointer());
    if (!change.value().isEmpty()) {
      json.writeFieldName("value");
      json.writeRawValue(change.value());
    }
    json.writeEndObject();
  }

  static void writeFrameworks(JsonGenerator json, ImmutableList<Framework> frameworks)
      throws IOException {
    json.writeArrayFieldStart("frameworks");
    for (Framework framework : frameworks) {
      json.writeStartObject();
      json.writeStringField("id", framework.id());
      json.writeStringField("list", framework.list());
      json.writeStringField("title", framework.title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The field {@code origin}; line and pointer are left out where they have no meaning. */
  static void writeOrigin(JsonGenerator json, Origin origin) throws IOException {
    json.writeObjectFieldStart("origin");
    writePlace(json, origin);
    json.writeEndObject();
  }

  private static void writePlace(JsonGenerator json, Origin origin) throws IOException {
    json.writeStringField("file", origin.file());
    if (origin.line() > 0) {
      json.writeNumberField("line", origin.line());
    }
    if (!origin.pointer().isEmpty()) {
      json.writeStringField("pointer", origin.pointer());
    }
  }

  static void writeHeads(JsonGenerator json, String key, Heads heads) throws IOException {
    if (heads.isNumber()) {
      json.writeNumberField(key, heads.count());
    } else {
      json.writeStringField(key, heads.word());
    }
  }

  static void writeWords(JsonGenerator json, String key, ImmutableList<String> words)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }
}
