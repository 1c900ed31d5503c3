package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Certainty;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import java.io.IOException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What an OCSF Detection Finding says of one finding. */
final class OcsfFinding {
  private final JsonGenerator json;
  private final Finding finding;
  private final ImmutableList<Hop> hops;

  OcsfFinding(JsonGenerator json, Finding finding) {
    this.json = json;
    this.finding = finding;
    this.hops = finding.paths().take(1).flatCollect(ExposurePath::hops);
  }

  /**
   * Everything but what all events say.
   *
   * @param owner empty if nobody is on record
   */
  void write(String owner) throws IOException {
    json.writeStringField("message", Visible.of(finding.message()));
    writeConfidence();
    json.writeObjectFieldStart("finding_info");
    json.writeStringField("uid", finding.id());
    json.writeStringField("title", Visible.of(finding.title()));
    json.writeStringField("desc", Visible.of(finding.message()));
    FindingJson.writeWords(json, "types", Lists.immutable.of(finding.rule()));
    json.writeObjectFieldStart("analytic");
    json.writeStringField("uid", finding.rule());
    json.writeStringField("name", Visible.of(finding.title()));
    json.writeStringField("type", "Rule");
    json.writeNumberField("type_id", 1);
    json.writeStringField("desc", Visible.of(finding.why()));
    json.writeEndObject();
    if (hops.notEmpty()) {
      writeGraph();
    }
    json.writeEndObject();
    writeEvidence();
    writeResources(owner);
    json.writeObjectFieldStart("remediation");
    json.writeStringField("desc", Visible.of(Wording.fix(finding)));
    json.writeEndObject();
  }

  /** Found in an export or said: high; read from a name: medium; standing without a fact: low. */
  private void writeConfidence() throws IOException {
    boolean high = finding.certainty().compareTo(Certainty.DECLARED) >= 0;
    boolean medium = finding.certainty() == Certainty.INFERRED;
    json.writeStringField("confidence", high ? "High" : medium ? "Medium" : "Low");
    json.writeNumberField("confidence_id", high ? 3 : medium ? 2 : 1);
  }

  private void writeGraph() throws IOException {
    json.writeObjectFieldStart("attack_graph");
    json.writeStringField("uid", finding.id());
    json.writeBooleanField("is_directed", true);
    json.writeArrayFieldStart("nodes");
    for (String node : hops.flatCollect(OcsfFinding::ends).distinct()) {
      json.writeStartObject();
      json.writeStringField("uid", Visible.of(node));
      json.writeStringField("name", Visible.of(node));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    for (int at = 0; at < hops.size(); at++) {
      Hop hop = hops.get(at);
      json.writeStartObject();
      json.writeStringField("uid", Integer.toString(at + 1));
      json.writeStringField("source", Visible.of(hop.from()));
      json.writeStringField("target", Visible.of(hop.to()));
      json.writeStringField("relation", hop.kind().word());
      json.writeStringField("name", Visible.of(hop.because()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static ImmutableList<String> ends(Hop hop) {
    return Lists.immutable.of(hop.from(), hop.to());
  }

  private void writeEvidence() throws IOException {
    ImmutableList<Shown> all = Shown.of(finding);
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("evidences");
    for (Shown each : all) {
      writePlace(each.why(), each.place());
    }
    json.writeEndArray();
  }

  private void writePlace(String name, Origin place) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", Visible.of(name));
    json.writeObjectFieldStart("data");
    json.writeStringField("file", Visible.of(place.file()));
    if (place.line() > 0) {
      json.writeNumberField("line", place.line());
    }
    json.writeStringField("pointer", Visible.of(place.pointer()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeResources(String owner) throws IOException {
    json.writeArrayFieldStart("resources");
    writeResource(finding.subject(), "AI Agent", owner);
    if (!finding.object().equals(finding.subject())) {
      writeResource(finding.object(), "", "");
    }
    json.writeEndArray();
  }

  private void writeResource(String id, String type, String owner) throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", Visible.of(id));
    json.writeStringField("name", Visible.of(id));
    if (!type.isEmpty()) {
      json.writeStringField("type", type);
    }
    if (!owner.isEmpty()) {
      json.writeObjectFieldStart("owner");
      json.writeStringField("name", Visible.of(owner));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The worst of them; for none, information. */
  static void writeSeverity(JsonGenerator json, ImmutableList<Severity> severities)
      throws IOException {
    writeSeverity(json, severities.isEmpty() ? Severity.INFO : severities.max());
  }

  static void writeSeverity(JsonGenerator json, Severity severity) throws IOException {
    json.writeStringField(
        "severity",
        switch (severity) {
          case CRITICAL -> "Critical";
          case HIGH -> "High";
          case MEDIUM -> "Medium";
          case LOW -> "Low";
          case INFO, NONE -> "Informational";
        });
    json.writeNumberField(
        "severity_id",
        switch (severity) {
          case CRITICAL -> 5;
          case HIGH -> 4;
          case MEDIUM -> 3;
          case LOW -> 2;
          case INFO, NONE -> 1;
        });
  }
}
