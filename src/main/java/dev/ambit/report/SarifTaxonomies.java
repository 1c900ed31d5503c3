package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Finding;
import dev.ambit.model.Framework;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * The public lists that rules speak to, as taxonomies of a SARIF run: each list with the entries
 * that are named, sorted, and from each rule a relationship to its entries.
 */
record SarifTaxonomies(ImmutableList<Taxonomy> all) {
  /** One list. */
  record Taxonomy(String name, ImmutableList<Framework> taxa) {}

  static SarifTaxonomies of(AnalysisResult result) {
    TreeMap<String, TreeMap<String, Framework>> lists = new TreeMap<>();
    FastList.newList(result.rules().flatCollect(RuleSummary::frameworks))
        .withAll(result.findings().flatCollect(Finding::frameworks))
        .withAll(result.waived().collect(Waived::finding).flatCollect(Finding::frameworks))
        .forEach(
            entry ->
                lists
                    .computeIfAbsent(entry.list(), list -> new TreeMap<>())
                    .putIfAbsent(entry.id(), entry));
    return new SarifTaxonomies(
        FastList.newList(lists.entrySet())
            .collect(
                list ->
                    new Taxonomy(
                        list.getKey(), FastList.newList(list.getValue().values()).toImmutable()))
            .toImmutable());
  }

  /** Which of them the tool knows. */
  void writeSupported(JsonGenerator json) throws IOException {
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("supportedTaxonomies");
    for (int at = 0; at < all.size(); at++) {
      writeComponent(json, at);
    }
    json.writeEndArray();
  }

  private void writeComponent(JsonGenerator json, int list) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", all.get(list).name());
    json.writeNumberField("index", list);
    json.writeEndObject();
  }

  void write(JsonGenerator json) throws IOException {
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("taxonomies");
    for (Taxonomy list : all) {
      json.writeStartObject();
      json.writeStringField("name", list.name());
      json.writeArrayFieldStart("taxa");
      for (Framework entry : list.taxa()) {
        json.writeStartObject();
        json.writeStringField("id", entry.id());
        SarifResult.writeText(json, "shortDescription", entry.title());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void writeRelationships(JsonGenerator json, ImmutableList<Framework> entries) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relationships");
    for (Framework entry : entries) {
      int list = all.detectIndex(each -> each.name().equals(entry.list()));
      json.writeStartObject();
      json.writeObjectFieldStart("target");
      json.writeStringField("id", entry.id());
      json.writeNumberField(
          "index", all.get(list).taxa().detectIndex(each -> each.id().equals(entry.id())));
      json.writeFieldName("toolComponent");
      writeComponent(json, list);
      json.writeEndObject();
      json.writeArrayFieldStart("kinds");
      json.writeString("relevant");
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
