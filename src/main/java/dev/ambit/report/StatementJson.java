package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.AssetAccess;
import java.io.IOException;

/**
 * What a report needs beside the contract: the rules that were asked, and who can do what. Readers
 * of the contract pass over it; {@code ambit report} reads it back.
 */
final class StatementJson {
  private StatementJson() {}

  static void write(JsonGenerator json, AnalysisResult result) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleSummary rule : result.rules()) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      json.writeStringField("title", rule.title());
      json.writeStringField("severity", rule.severity());
      json.writeStringField("why", rule.why());
      json.writeStringField("fix", rule.fix());
      json.writeNumberField("findings", rule.findings());
      FindingJson.writeFrameworks(json, rule.frameworks());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("statement");
    json.writeArrayFieldStart("agents");
    for (AgentAccess agent : result.statement().agents()) {
      writeAgent(json, agent);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("assets");
    for (AssetAccess asset : result.statement().assets()) {
      writeAsset(json, asset, result);
    }
    json.writeEndArray();
    json.writeNumberField("assetsTotal", result.statement().assetsTotal());
    FindingJson.writeWords(json, "people", result.statement().people());
    json.writeEndObject();
  }

  private static void writeAgent(JsonGenerator json, AgentAccess agent) throws IOException {
    json.writeStartObject();
    json.writeStringField("agent", agent.agent());
    if (!agent.purpose().isEmpty()) {
      json.writeStringField("purpose", agent.purpose());
    }
    json.writeBooleanField("unattended", agent.unattended());
    FindingJson.writeWords(json, "actsAs", agent.actsAs());
    json.writeArrayFieldStart("can");
    for (AgentAccess.Deed deed : agent.deeds()) {
      writeDeed(json, deed);
    }
    json.writeEndArray();
    json.writeNumberField("canTotal", agent.deedsTotal());
    json.writeArrayFieldStart("publishesTo");
    for (AgentAccess.Outlet outlet : agent.outlets()) {
      json.writeStartObject();
      json.writeStringField("channel", outlet.channel());
      FindingJson.writeHeads(json, "audience", outlet.audience());
      if (outlet.audience().atLeast()) {
        json.writeBooleanField("atLeast", true);
      }
      FindingJson.writeWords(json, "readers", outlet.readers());
      FindingJson.writeGates(json, outlet.gates());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("answersAskers", agent.answersAskers());
    FindingJson.writeWords(json, "askers", agent.askers());
    FindingJson.writeHeads(json, "asking", agent.asking());
    if (agent.asking().atLeast()) {
      json.writeBooleanField("atLeast", true);
    }
    writeFeeders(json, agent);
    json.writeArrayFieldStart("approvals");
    for (AgentAccess.Approval approval : agent.approvals()) {
      json.writeStartObject();
      FindingJson.writeGate(json, approval.gate());
      FindingJson.writeWords(json, "approvers", approval.approvers());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeDeed(JsonGenerator json, AgentAccess.Deed deed) throws IOException {
    json.writeStartObject();
    json.writeStringField("verb", deed.verb().word());
    json.writeStringField("on", deed.on());
    json.writeNumberField("things", deed.things());
    writeIfSaid(json, "level", deed.level());
    json.writeStringField("via", deed.via());
    writeIfSaid(json, "as", deed.as());
    FindingJson.writeGates(json, deed.gates());
    json.writeStringField("certainty", deed.certainty().word());
    FindingJson.writeOrigin(json, deed.origin());
    json.writeEndObject();
  }

  private static void writeFeeders(JsonGenerator json, AgentAccess agent) throws IOException {
    json.writeArrayFieldStart("fedBy");
    for (AgentAccess.Feeder feeder : agent.feeders()) {
      json.writeStartObject();
      json.writeStringField("who", feeder.who());
      writeIfSaid(json, "through", feeder.through());
      json.writeBooleanField("outsider", feeder.outsider());
      FindingJson.writeOrigin(json, feeder.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeAsset(JsonGenerator json, AssetAccess asset, AnalysisResult result)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("asset", asset.asset());
    if (asset.rank() >= 0) {
      json.writeStringField("level", result.levels().name(asset.rank()));
    }
    writeIfSaid(json, "owner", asset.owner());
    if (asset.in().notEmpty()) {
      FindingJson.writeWords(json, "in", asset.in());
    }
    FindingJson.writeWords(json, "readBy", asset.readBy());
    json.writeNumberField("readByTotal", asset.readByTotal());
    FindingJson.writeWords(json, "changedBy", asset.changedBy());
    json.writeNumberField("changedByTotal", asset.changedByTotal());
    FindingJson.writeOrigin(json, asset.origin());
    json.writeEndObject();
  }

  private static void writeIfSaid(JsonGenerator json, String key, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(key, text);
    }
  }
}
