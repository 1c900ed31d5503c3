package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * OpenGraph, for BloodHound: agents, people, data and channels on the paths that were found, the
 * hops between them, and a node for each finding that leads to what it is about. Hops that several
 * paths share are one edge.
 */
public final class OpenGraphReport implements ReportWriter {
  private static final String SOURCE = "Ambit";

  @Override
  public String id() {
    return "opengraph";
  }

  @Override
  public String use() {
    return "OpenGraph, for BloodHound: the paths as a graph";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    ImmutableList<Finding> findings =
        result.findings().newWithAll(result.waived().collect(Waived::finding));
    JsonGenerator json = Json.indented(out);
    json.writeStartObject();
    json.writeObjectFieldStart("metadata");
    json.writeStringField("source_kind", SOURCE);
    json.writeEndObject();
    json.writeObjectFieldStart("graph");
    json.writeArrayFieldStart("nodes");
    writeThings(json, result, findings);
    Set<String> waived = new HashSet<>();
    result.waived().forEach(each -> waived.add(each.finding().id()));
    for (Finding finding : findings) {
      writeNode(json, finding, waived.contains(finding.id()));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    writeHops(json, findings);
    for (Finding finding : findings) {
      writeEdge(json, finding.id(), "AmbitFoundAt", finding.subject());
      if (!finding.object().equals(finding.subject())) {
        writeEdge(json, finding.id(), "AmbitConcerns", finding.object());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    Json.end(json);
  }

  private static void writeThings(
      JsonGenerator json, AnalysisResult result, ImmutableList<Finding> findings)
      throws IOException {
    for (Map.Entry<String, String> thing : kinds(result, findings).entrySet()) {
      json.writeStartObject();
      json.writeStringField("id", thing.getKey());
      FindingJson.writeWords(json, "kinds", FastList.newListWith(thing.getValue()).toImmutable());
      json.writeObjectFieldStart("properties");
      json.writeStringField("name", Visible.of(thing.getKey()));
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  /** What each node is; what the result declares is known better than what a hop leads to. */
  private static Map<String, String> kinds(AnalysisResult result, ImmutableList<Finding> findings) {
    Map<String, String> kinds = new TreeMap<>();
    for (Hop hop : findings.flatCollect(Finding::paths).flatCollect(ExposurePath::hops)) {
      kinds.putIfAbsent(hop.from(), "AmbitPrincipal");
      kinds.merge(hop.to(), kind(hop), (old, now) -> old.equals("AmbitPrincipal") ? now : old);
    }
    for (Finding finding : findings) {
      kinds.putIfAbsent(finding.subject(), "AmbitThing");
      kinds.putIfAbsent(finding.object(), "AmbitThing");
    }
    result
        .statement()
        .assets()
        .collect(AssetAccess::asset)
        .forEach(each -> kinds.put(each, "AmbitAsset"));
    result.agents().collect(AgentSummary::id).forEach(each -> kinds.put(each, "AmbitAgent"));
    return kinds;
  }

  private static String kind(Hop hop) {
    return switch (hop.kind()) {
      case ACTS_AS,
          ASSUMES,
          HOLDS,
          USES,
          BECOMES,
          MEMBER_OF,
          REPLIES,
          READ_BY,
          INVOKED_BY,
          ADMITS ->
          "AmbitPrincipal";
      case CALLS, FEEDS -> "AmbitAgent";
      case IN, READS, WRITES, DELETES, EXECUTES, CAN_SHARE, CAN_ADMINISTER -> "AmbitAsset";
      case PUBLISHES -> "AmbitChannel";
    };
  }

  private static void writeNode(JsonGenerator json, Finding finding, boolean isWaived)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.id());
    FindingJson.writeWords(json, "kinds", FastList.newListWith("AmbitFinding").toImmutable());
    json.writeObjectFieldStart("properties");
    json.writeStringField("name", finding.id());
    json.writeStringField("message", Visible.of(finding.message()));
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("severity_best", finding.severityBest().word());
    json.writeStringField("certainty", finding.certainty().word());
    json.writeStringField("status", finding.status().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("waived", isWaived);
    json.writeStringField("change", Visible.of(Wording.fix(finding)));
    json.writeEndObject();
    json.writeEndObject();
  }

  private record Edge(String from, Hop.Kind kind, String to) {}

  private static void writeHops(JsonGenerator json, ImmutableList<Finding> findings)
      throws IOException {
    Map<Edge, Hop> first = new LinkedHashMap<>();
    Map<Edge, MutableList<String>> shownBy = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (Hop hop : finding.paths().flatCollect(ExposurePath::hops)) {
        Edge edge = new Edge(hop.from(), hop.kind(), hop.to());
        first.putIfAbsent(edge, hop);
        shownBy.computeIfAbsent(edge, key -> FastList.newList()).add(finding.id());
      }
    }
    for (Map.Entry<Edge, Hop> each : first.entrySet()) {
      Hop hop = each.getValue();
      startEdge(json, hop.from(), "Ambit" + camel(hop.kind()), hop.to());
      json.writeStringField("because", Visible.of(hop.because()));
      json.writeStringField("place", Visible.of(hop.origin().toString()));
      json.writeStringField("certainty", hop.certainty().word());
      FindingJson.writeWords(
          json,
          "findings",
          shownBy.getOrDefault(each.getKey(), FastList.newList()).distinct().toImmutable());
      endEdge(json);
    }
  }

  private static void writeEdge(JsonGenerator json, String from, String kind, String to)
      throws IOException {
    startEdge(json, from, kind, to);
    endEdge(json);
  }

  private static void startEdge(JsonGenerator json, String from, String kind, String to)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    writeEnd(json, "start", from);
    writeEnd(json, "end", to);
    json.writeObjectFieldStart("properties");
  }

  private static void endEdge(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeEnd(JsonGenerator json, String key, String id) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeStringField("match_by", "id");
    json.writeStringField("value", id);
    json.writeEndObject();
  }

  /** "can-share" as "CanShare": a kind has letters, digits and underscores only. */
  private static String camel(Hop.Kind kind) {
    return FastList.newListWith(kind.word().split("-", -1))
        .collect(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .makeString("");
  }
}
