package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.InputFile;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** One finding as a SARIF result. */
final class SarifResult {
  /** What may stand in a relative URI as it is (RFC 3986, unreserved, and the slash). */
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private final JsonGenerator json;
  private final ImmutableList<InputFile> inputs;
  private final boolean inFull;

  /**
   * @param inFull whether readers want what code scanning ignores or takes wrongly
   */
  SarifResult(JsonGenerator json, ImmutableList<InputFile> inputs, boolean inFull) {
    this.json = json;
    this.inputs = inputs;
    this.inFull = inFull;
  }

  void write(Finding finding, int rule) throws IOException {
    json.writeStartObject();
    writeFields(finding, rule);
    json.writeEndObject();
  }

  /** With its waiver as a suppression. */
  void write(Waived waived, int rule) throws IOException {
    json.writeStartObject();
    writeFields(waived.finding(), rule);
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", Visible.of(Wording.waived(waived)));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeFields(Finding finding, int rule) throws IOException {
    ImmutableList<Hop> hops = finding.paths().take(1).flatCollect(ExposurePath::hops);
    Origin place = place(finding, inputs);
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("kind", "fail");
    json.writeStringField("level", level(finding.severity()));
    writeText(json, "message", finding.message());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    writePhysical(json, place);
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("fullyQualifiedName", Visible.of(finding.subject()));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    if (hops.notEmpty()) {
      writeFlow(json, finding, hops, place);
    }
    json.writeObjectFieldStart("partialFingerprints");
    // The only fingerprint that GitHub uses; without it two paths through one line are merged.
    json.writeStringField("primaryLocationLineHash", finding.id() + ":1");
    json.writeEndObject();
    json.writeObjectFieldStart("fingerprints");
    json.writeStringField("ambit/finding/v1", finding.id());
    json.writeEndObject();
    if (inFull) {
      SarifGraph.write(json, hops);
      json.writeStringField(
          "baselineState",
          switch (finding.status()) {
            case NEW -> "new";
            case KNOWN -> "unchanged";
            case GONE -> "absent";
          });
    }
    writeProperties(json, finding);
  }

  /** The line to edit: of the step that the cheapest fix removes, else of the evidence. */
  static Origin place(Finding finding, ImmutableList<InputFile> inputs) {
    ImmutableList<Hop> hops = finding.paths().take(1).flatCollect(ExposurePath::hops);
    FastList<Origin> places = FastList.newList();
    places.addAllIterable(hops.select(hop -> Cut.removes(finding, hop)).collect(Hop::origin));
    places.addAllIterable(finding.evidence());
    places.addAllIterable(hops.collect(Hop::origin));
    places.addAllIterable(inputs.collect(input -> Origin.ofFile(input.path())));
    return places.detectIfNone(SarifResult::isFile, () -> Origin.ofFile("unknown"));
  }

  /** Not a table that Ambit ships: code scanning takes places in files only. */
  static boolean isFile(Origin origin) {
    return !origin.file().startsWith("ambit:");
  }

  /** All steps in one thread flow: viewers show the first and no other. */
  private static void writeFlow(
      JsonGenerator json, Finding finding, ImmutableList<Hop> hops, Origin place)
      throws IOException {
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("threadFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("locations");
    for (int at = 0; at < hops.size(); at++) {
      json.writeStartObject();
      json.writeObjectFieldStart("location");
      writeStep(json, hops.get(at), place);
      json.writeEndObject();
      json.writeNumberField("executionOrder", at + 1);
      json.writeStringField(
          "importance", Cut.removes(finding, hops.get(at)) ? "essential" : "important");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeStep(JsonGenerator json, Hop hop, Origin otherwise) throws IOException {
    writePhysical(json, isFile(hop.origin()) ? hop.origin() : otherwise);
    writeText(
        json,
        "message",
        (hop.from().equals(hop.to())
                ? ""
                : hop.from() + " " + Wording.step(hop.kind()) + " " + hop.to() + ": ")
            + hop.because()
            + (isFile(hop.origin()) ? "" : " (" + hop.origin() + ")"));
  }

  static void writePhysical(JsonGenerator json, Origin origin) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    writeFile(json, origin.file());
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Math.max(1, origin.line()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeProperties(JsonGenerator json, Finding finding) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("id", finding.id());
    json.writeStringField("subject", Visible.of(finding.subject()));
    json.writeStringField("object", Visible.of(finding.object()));
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("severityBest", finding.severityBest().word());
    json.writeStringField("certainty", finding.certainty().word());
    json.writeEndObject();
  }

  static void writeFile(JsonGenerator json, String path) throws IOException {
    json.writeStringField("uri", uri(path));
    json.writeStringField("uriBaseId", "%SRCROOT%");
  }

  static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(unit) >= 0) {
        uri.append((char) unit);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", unit));
      }
    }
    return uri.toString();
  }

  /** A message object. Brackets would make a link of what a name says. */
  static void writeText(JsonGenerator json, String key, String text) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeStringField(
        "text", Visible.of(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]"));
    json.writeEndObject();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO, NONE -> "note";
    };
  }
}
