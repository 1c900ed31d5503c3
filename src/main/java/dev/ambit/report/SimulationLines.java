package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.LayerRuling;
import dev.ambit.model.request.SimulatedResult;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.collections.api.list.ImmutableList;

/** Answers to simulated requests in the words of AWS, one JSON object a line. */
public final class SimulationLines {
  private final JsonGenerator json;

  /** Writes to {@code out}, which stays open. */
  public SimulationLines(OutputStream out) throws IOException {
    json = Json.lines(out);
  }

  /**
   * The answers to one request.
   *
   * @param id as JSON text; empty if the request has none
   */
  public void write(String id, ImmutableList<SimulatedResult> results) throws IOException {
    begin(id);
    json.writeArrayFieldStart("EvaluationResults");
    for (SimulatedResult result : results) {
      write(result);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A request that could not be read. */
  public void writeProblem(String id, String problem) throws IOException {
    begin(id);
    json.writeObjectFieldStart("error");
    json.writeStringField("message", problem);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void begin(String id) throws IOException {
    json.writeStartObject();
    if (!id.isEmpty()) {
      json.writeFieldName("id");
      json.writeRawValue(id);
    }
  }

  private void write(SimulatedResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("EvalActionName", result.action());
    json.writeStringField("EvalResourceName", result.resource());
    json.writeStringField("EvalDecision", result.ruling().ruling().word());
    json.writeArrayFieldStart("MatchedStatements");
    for (Statement each : result.ruling().because()) {
      write(each);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("MissingContextValues");
    for (String key : result.missingContext()) {
      json.writeString(key);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("EvalDecisionDetails");
    for (LayerRuling each : result.ruling().layers()) {
      json.writeStringField(each.layer().word(), each.ruling().word());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(Statement statement) throws IOException {
    int policy = statement.id().indexOf('#');
    json.writeStartObject();
    json.writeStringField("SourcePolicyId", statement.id().substring(0, policy));
    json.writeStringField("StatementId", statement.id().substring(policy + 1));
    json.writeStringField("StatementPointer", statement.origin().pointer());
    json.writeObjectFieldStart("StartPosition");
    json.writeNumberField("Line", statement.origin().line());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Hands on all that was written. */
  public void end() throws IOException {
    Json.end(json);
  }
}
