package dev.ambit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Certainty;
import dev.ambit.model.Finding;
import dev.ambit.model.Framework;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * The rules of a SARIF run, sorted by id. Code scanning takes severity and precision from the rule
 * and not from the result, so a rule has those of its worst finding.
 */
record SarifRules(ImmutableList<Entry> all) {
  /** GitHub takes so many tags of a rule. */
  private static final int TAGS = 20;

  /** A rule and what it found; {@code findings} may be empty. */
  record Entry(
      String id,
      String title,
      String why,
      String fix,
      ImmutableList<Finding> findings,
      ImmutableList<Framework> frameworks) {}

  static SarifRules of(AnalysisResult result) {
    Map<String, Entry> entries = new TreeMap<>();
    for (RuleSummary rule : result.rules()) {
      entries.put(
          rule.id(),
          new Entry(
              rule.id(),
              rule.title(),
              rule.why(),
              rule.fix(),
              result.findings().select(finding -> finding.rule().equals(rule.id())),
              rule.frameworks()));
    }
    // A finding may speak for a rule that the list does not have, such as one of an older result.
    for (Finding finding : result.findings().newWithAll(result.waived().collect(Waived::finding))) {
      entries.computeIfAbsent(
          finding.rule(),
          id ->
              new Entry(
                  id,
                  finding.title(),
                  finding.why(),
                  finding.fixAdvice(),
                  result.findings().select(other -> other.rule().equals(id)),
                  finding.frameworks()));
    }
    return new SarifRules(FastList.newList(entries.values()).toImmutable());
  }

  int index(String rule) {
    return all.detectIndex(entry -> entry.id().equals(rule));
  }

  void write(JsonGenerator json, SarifTaxonomies lists) throws IOException {
    json.writeArrayFieldStart("rules");
    for (Entry entry : all) {
      write(json, entry, lists);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Entry entry, SarifTaxonomies lists)
      throws IOException {
    Severity worst =
        entry.findings().isEmpty() ? Severity.INFO : entry.findings().getFirst().severity();
    json.writeStartObject();
    json.writeStringField("id", entry.id());
    SarifResult.writeText(json, "shortDescription", entry.title());
    SarifResult.writeText(json, "fullDescription", entry.why());
    SarifResult.writeText(json, "help", entry.why() + " " + entry.fix());
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", SarifResult.level(worst));
    json.writeEndObject();
    lists.writeRelationships(json, entry.frameworks());
    json.writeObjectFieldStart("properties");
    json.writeStringField("security-severity", score(worst));
    json.writeStringField("precision", precision(entry.findings()));
    FindingJson.writeWords(json, "tags", tags(entry.findings()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** In the bands that GitHub reads as critical, high, medium and low. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.3";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
      case INFO, NONE -> "0.1";
    };
  }

  private static String precision(ImmutableList<Finding> findings) {
    return findings.allSatisfy(finding -> finding.certainty().compareTo(Certainty.DECLARED) >= 0)
        ? "high"
        : "medium";
  }

  private static ImmutableList<String> tags(ImmutableList<Finding> findings) {
    TreeSet<String> frameworks = new TreeSet<>();
    findings.flatCollect(Finding::frameworks).collect(Framework::id).forEach(frameworks::add);
    return FastList.newListWith("security", "ai-agent")
        .withAll(frameworks)
        .take(TAGS)
        .toImmutable();
  }
}
