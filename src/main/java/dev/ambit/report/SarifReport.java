package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * SARIF 2.1.0, for code scanning. Waived findings are left out, since readers in use show every
 * result as an open alert; what was not judged is a notification. Each result has one flow with all
 * steps of its first path, and a location with file and line, without which a whole upload is
 * refused.
 */
public final class SarifReport implements ReportWriter {
  /** Code scanning keeps so many results of an upload. */
  static final int KEPT = 5_000;

  /** For whom it is written. */
  public enum Profile {
    /** Code scanning: open findings, and no more than it keeps; then one for each group. */
    GITHUB,
    /** Everything, with waived findings and what is new against the baseline. */
    FULL
  }

  private final Profile profile;

  public SarifReport() {
    this(Profile.GITHUB);
  }

  public SarifReport(Profile profile) {
    this.profile = profile;
  }

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public String use() {
    return "SARIF 2.1.0, for code scanning";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    SarifRules rules = SarifRules.of(result);
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "ambit");
    json.writeStringField("semanticVersion", result.toolVersion());
    json.writeStringField("informationUri", "https://w3id.org/ambit");
    SarifTaxonomies lists = SarifTaxonomies.of(result);
    lists.writeSupported(json);
    rules.write(json, lists);
    json.writeEndObject();
    json.writeEndObject();
    lists.write(json);
    json.writeObjectFieldStart("automationDetails");
    json.writeStringField("id", "ambit/" + result.at());
    json.writeEndObject();
    ImmutableList<Finding> kept = kept(result);
    writeInvocation(json, result, result.findings().size() - kept.size());
    writeArtifacts(json, result);
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    SarifResult results = new SarifResult(json, result.inputs(), profile == Profile.FULL);
    for (Finding finding : kept) {
      results.write(finding, rules.index(finding.rule()));
    }
    if (profile == Profile.FULL) {
      for (Waived waived : result.waived()) {
        results.write(waived, rules.index(waived.finding().rule()));
      }
      new SarifOpen(json, result).write();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    Json.end(json);
  }

  /** Where there are more than are kept, the worst of each group, and of these the worst. */
  private ImmutableList<Finding> kept(AnalysisResult result) {
    return profile == Profile.FULL || result.findings().size() <= KEPT
        ? result.findings()
        : FindingGroup.of(result.findings()).collect(FindingGroup::worst).take(KEPT);
  }

  private static void writeInvocation(JsonGenerator json, AnalysisResult result, int unsent)
      throws IOException {
    Verdict verdict = result.verdict();
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField(
        "executionSuccessful",
        !verdict.inputUnreadable() && verdict.status() != Verdict.Status.INCOMPLETE);
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Note note : result.notes()) {
      json.writeStartObject();
      json.writeStringField("level", level(note.kind()));
      SarifResult.writeText(
          json,
          "message",
          Wording.kind(note.kind()) + ": " + note.text() + " (" + note.origin() + ")");
      json.writeEndObject();
    }
    for (Gap gap : result.gaps()) {
      json.writeStartObject();
      json.writeStringField("level", gap.matters() == Severity.INFO ? "note" : "warning");
      SarifResult.writeText(
          json, "message", "not judged: " + Wording.gap(gap) + "; add " + gap.addTo());
      json.writeEndObject();
    }
    if (unsent > 0) {
      json.writeStartObject();
      json.writeStringField("level", "warning");
      SarifResult.writeText(
          json,
          "message",
          Counted.of(unsent, "finding")
              + " more are not in this file, since code scanning keeps "
              + Counted.number(KEPT)
              + "; the JSON result has them all");
      json.writeEndObject();
    }
    if (result.truncated() > 0) {
      json.writeStartObject();
      json.writeStringField("level", "warning");
      SarifResult.writeText(json, "message", Wording.truncated(result.truncated()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String level(Note.Kind kind) {
    return switch (kind) {
      case ERROR -> "error";
      case NOT_JUDGED -> "warning";
      case UNCLAIMED, NOTE -> "note";
    };
  }

  private static void writeArtifacts(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeArrayFieldStart("artifacts");
    for (InputFile input : result.inputs()) {
      json.writeStartObject();
      json.writeObjectFieldStart("location");
      SarifResult.writeFile(json, input.path());
      json.writeEndObject();
      json.writeObjectFieldStart("hashes");
      json.writeStringField("sha-256", input.sha256());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
