package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.GateUse;
import dev.ambit.model.Origin;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import java.io.IOException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A finding as OSCAL has it: what was observed, and the risk that it is. */
final class OscalRisks {
  private final JsonGenerator json;
  private final OscalText oscal;

  OscalRisks(JsonGenerator json, OscalText oscal) {
    this.json = json;
    this.oscal = oscal;
  }

  void writeObservation(Finding finding) throws IOException {
    json.writeStartObject();
    oscal.writeUuid(json, "observation " + finding.id());
    json.writeStringField("title", oscal.line(finding.title()));
    json.writeStringField("description", oscal.line(finding.message()));
    writeId(finding);
    FindingJson.writeWords(json, "methods", Lists.immutable.of("TEST"));
    FindingJson.writeWords(json, "types", Lists.immutable.of("finding"));
    writeOrigins();
    writeEvidence(finding);
    json.writeStringField("collected", oscal.time());
    json.writeEndObject();
  }

  private void writeId(Finding finding) throws IOException {
    json.writeArrayFieldStart("props");
    writeProperty("finding-id", finding.id());
    writeProperty("rule", finding.rule());
    json.writeEndArray();
  }

  private void writeProperty(String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("ns", OscalText.NAMESPACE);
    json.writeStringField("value", oscal.line(value));
    json.writeEndObject();
  }

  private void writeOrigins() throws IOException {
    json.writeArrayFieldStart("origins");
    writeOrigin();
    json.writeEndArray();
  }

  private void writeOrigin() throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("actors");
    json.writeStartObject();
    json.writeStringField("type", "tool");
    json.writeStringField("actor-uuid", oscal.uuid(OscalText.TOOL));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeEvidence(Finding finding) throws IOException {
    ImmutableList<Shown> all = Shown.of(finding);
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relevant-evidence");
    for (Shown each : all) {
      writePlace(each.why(), each.place());
    }
    json.writeEndArray();
  }

  private void writePlace(String why, Origin place) throws IOException {
    json.writeStartObject();
    json.writeStringField(
        "href",
        SarifResult.uri(place.file())
            + (place.pointer().isEmpty() ? "" : "#" + SarifResult.uri(place.pointer())));
    json.writeStringField("description", oscal.line(why + " (" + place + ")"));
    json.writeEndObject();
  }

  void writeOpen(Finding finding) throws IOException {
    json.writeStartObject();
    writeRisk(finding, "open");
    writeRemedies(finding);
    writeObserved(finding);
    json.writeEndObject();
  }

  /** A waiver is a deviation that was approved, with the day on which it ends. */
  void writeAccepted(Waived waived) throws IOException {
    Finding finding = waived.finding();
    Waiver waiver = waived.waiver();
    json.writeStartObject();
    writeRisk(finding, "deviation-approved");
    json.writeStringField("deadline", waiver.until() + "T23:59:59Z");
    json.writeArrayFieldStart("remediations");
    json.writeStartObject();
    oscal.writeUuid(json, "decision " + finding.id());
    json.writeStringField("lifecycle", "planned");
    json.writeStringField("title", "Decision: " + waiver.decision().word());
    json.writeStringField("description", oscal.line(Wording.waived(waived)));
    json.writeArrayFieldStart("props");
    json.writeStartObject();
    json.writeStringField("name", "type");
    json.writeStringField("value", type(waiver.decision()));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("risk-log");
    json.writeArrayFieldStart("entries");
    json.writeStartObject();
    oscal.writeUuid(json, "log " + finding.id());
    json.writeStringField("title", "Waived");
    json.writeStringField("description", oscal.line(Wording.waived(waived)));
    json.writeStringField("start", oscal.time());
    json.writeStringField("status-change", "deviation-approved");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    writeObserved(finding);
    json.writeEndObject();
  }

  private static String type(Waiver.Decision decision) {
    return switch (decision) {
      case ACCEPT, FALSE_POSITIVE -> "accept";
      case TRANSFER -> "transfer";
      case MITIGATE -> "mitigate";
    };
  }

  private void writeRisk(Finding finding, String status) throws IOException {
    oscal.writeUuid(json, "risk " + finding.id());
    json.writeStringField("title", oscal.line(finding.title()));
    json.writeStringField("description", oscal.line(finding.message()));
    json.writeStringField("statement", oscal.line(finding.why()));
    writeId(finding);
    json.writeStringField("status", status);
    json.writeArrayFieldStart("characterizations");
    json.writeStartObject();
    json.writeFieldName("origin");
    writeOrigin();
    json.writeArrayFieldStart("facets");
    writeFacet("severity", finding.severity().word());
    writeFacet("severity-best", finding.severityBest().word());
    writeFacet("certainty", finding.certainty().word());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    ImmutableList<GateUse> counting = finding.gates().select(GateUse::counts);
    if (counting.notEmpty()) {
      json.writeArrayFieldStart("mitigating-factors");
      for (GateUse gate : counting) {
        json.writeStartObject();
        oscal.writeUuid(json, "gate " + finding.id() + " " + gate.id());
        json.writeStringField("description", oscal.line(gate.id() + ": " + gate.why()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void writeFacet(String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("system", OscalText.NAMESPACE);
    json.writeStringField("value", value);
    json.writeEndObject();
  }

  /** What was tried, else the advice of the rule. */
  private void writeRemedies(Finding finding) throws IOException {
    ImmutableList<String> says =
        finding.fix().isEmpty()
            ? Lists.immutable.of(finding.fixAdvice())
            : finding.fix().collect(FixSet::say);
    json.writeArrayFieldStart("remediations");
    for (int at = 0; at < says.size(); at++) {
      json.writeStartObject();
      oscal.writeUuid(json, "remedy " + at + " " + finding.id());
      json.writeStringField("lifecycle", "recommendation");
      json.writeStringField(
          "title", finding.fix().isEmpty() ? "Advice of the rule" : "Change that was tried");
      json.writeStringField("description", oscal.line(says.get(at)));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeObserved(Finding finding) throws IOException {
    json.writeArrayFieldStart("related-observations");
    json.writeStartObject();
    json.writeStringField("observation-uuid", oscal.uuid("observation " + finding.id()));
    json.writeEndObject();
    json.writeEndArray();
  }
}
