package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.Certainty;
import dev.ambit.model.Hop;
import java.io.IOException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The path of a SARIF result as a graph, for tools that draw; viewers in use pass over it. */
final class SarifGraph {
  private SarifGraph() {}

  static void write(JsonGenerator json, ImmutableList<Hop> hops) throws IOException {
    if (hops.isEmpty()) {
      return;
    }
    ImmutableList<String> nodes =
        hops.flatCollect(hop -> Lists.immutable.of(hop.from(), hop.to())).distinct();
    json.writeArrayFieldStart("graphs");
    json.writeStartObject();
    json.writeArrayFieldStart("nodes");
    for (int at = 0; at < nodes.size(); at++) {
      json.writeStartObject();
      json.writeStringField("id", "n" + at);
      SarifResult.writeText(json, "label", nodes.get(at));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    for (int at = 0; at < hops.size(); at++) {
      Hop hop = hops.get(at);
      json.writeStartObject();
      json.writeStringField("id", "e" + at);
      json.writeStringField("sourceNodeId", "n" + nodes.indexOf(hop.from()));
      json.writeStringField("targetNodeId", "n" + nodes.indexOf(hop.to()));
      SarifResult.writeText(json, "label", Wording.step(hop.kind()));
      json.writeObjectFieldStart("properties");
      json.writeStringField("basis", basis(hop));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    writeTraversal(json, hops.size());
  }

  /** From the first step to the last. */
  private static void writeTraversal(JsonGenerator json, int edges) throws IOException {
    json.writeArrayFieldStart("graphTraversals");
    json.writeStartObject();
    json.writeNumberField("resultGraphIndex", 0);
    json.writeArrayFieldStart("edgeTraversals");
    for (int at = 0; at < edges; at++) {
      json.writeStartObject();
      json.writeStringField("edgeId", "e" + at);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String basis(Hop hop) {
    return hop.certainty().compareTo(Certainty.DECLARED) >= 0 ? "found" : "inferred";
  }
}
