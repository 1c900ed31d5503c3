package dev.ambit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ambit.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Compares a written result with what a scenario expects of it. What the expectation does not say
 * is not compared; two findings of one identity are always wrong.
 */
final class AcceptanceJudge {
  private static final Set<String> KEYS =
      Set.of(
          "source",
          "story",
          "must",
          "mustNot",
          "verdict",
          "maxSeverity",
          "gaps",
          "noGaps",
          "agents");
  private static final List<String> IDENTITY = List.of("rule", "subject", "object");

  private final JsonNode expected;
  private final List<JsonNode> found;
  private final JsonNode result;
  private final List<String> differences = new ArrayList<>();

  private AcceptanceJudge(JsonNode expected, JsonNode result) {
    this.expected = expected;
    this.result = result;
    this.found = items(result, "findings").toList();
  }

  /** One line for each thing that is not as expected; none if all is. */
  static List<String> differences(JsonNode expected, JsonNode result) {
    AcceptanceJudge judge = new AcceptanceJudge(expected, result);
    judge.judge();
    return judge.differences;
  }

  private void judge() {
    expected
        .fieldNames()
        .forEachRemaining(key -> differ(!KEYS.contains(key), "unknown expectation: " + key));
    Set<String> identities = new TreeSet<>();
    found.forEach(each -> differ(!identities.add(identity(each)), "twice: " + identity(each)));
    items(expected, "must").forEach(this::must);
    items(expected, "mustNot").forEach(this::mustNot);
    if (expected.has("maxSeverity")) {
      found.stream()
          .filter(each -> severity(each).compareTo(named(expected.get("maxSeverity"))) > 0)
          .forEach(each -> differ(true, "too severe: " + identity(each)));
    }
    gaps();
    one("verdict", result.at("/verdict/status"));
    one("agents", result.at("/counts/agents"));
  }

  private void must(JsonNode want) {
    differences.addAll(
        found.stream()
            .filter(each -> speaksOf(want, each))
            .map(each -> unlike(want, each))
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of("missing: " + identity(want))));
  }

  private static List<String> unlike(JsonNode want, JsonNode finding) {
    List<String> unlike = new ArrayList<>();
    Severity severity = severity(finding);
    if (want.has("severity") && severity != named(want.get("severity"))) {
      unlike.add("is " + severity.word());
    }
    if (want.has("severityIn") && words(want, "severityIn").noneMatch(severity.word()::equals)) {
      unlike.add("is " + severity.word());
    }
    if (want.path("range").asBoolean() && !severity.atLeast(above(finding))) {
      unlike.add("is no range");
    }
    for (String heads : List.of("uncleared", "total")) {
      JsonNode told = finding.path("audience").path(heads);
      if (want.has(heads) && !want.get(heads).equals(told)) {
        unlike.add(heads + " is " + told);
      }
    }
    if (want.has("gate")
        && items(finding, "gates").noneMatch(gate -> gate.get("id").equals(want.get("gate")))) {
      unlike.add("does not name " + want.get("gate"));
    }
    return unlike.stream().map(each -> identity(want) + " " + each).toList();
  }

  private void mustNot(JsonNode ban) {
    Severity from = ban.has("atOrAbove") ? named(ban.get("atOrAbove")) : Severity.NONE;
    found.stream()
        .filter(each -> speaksOf(ban, each) && severity(each).atLeast(from))
        .forEach(each -> differ(true, "must not be: " + identity(each)));
  }

  private void gaps() {
    Set<String> about = new TreeSet<>();
    items(result.path("coverage"), "gaps")
        .forEach(
            gap -> {
              about.add(gap.get("about").asText());
              about.add(gap.get("about").asText() + "/" + gap.get("missing").asText());
            });
    words(expected, "noGaps").forEach(node -> differ(about.contains(node), "is no gap: " + node));
    found.stream()
        .filter(each -> each.get("rule").asText().equals("data/unclassified-in-reach"))
        .forEach(each -> about.add(each.get("object").asText()));
    words(expected, "gaps").forEach(node -> differ(!about.contains(node), "no gap: " + node));
  }

  private void one(String key, JsonNode told) {
    JsonNode want = expected.path(key);
    boolean accepted =
        want.isArray() ? words(expected, key).anyMatch(told.asText()::equals) : want.equals(told);
    differ(expected.has(key) && !accepted, key + " is " + told.asText());
  }

  private void differ(boolean differs, String how) {
    if (differs) {
      differences.add(how);
    }
  }

  /** What is not written in {@code want} may be anything. */
  private static boolean speaksOf(JsonNode want, JsonNode finding) {
    return IDENTITY.stream()
        .allMatch(key -> !want.has(key) || want.get(key).equals(finding.get(key)));
  }

  private static String identity(JsonNode each) {
    return String.join(" ", IDENTITY.stream().map(key -> each.path(key).asText("*")).toList());
  }

  private static Severity severity(JsonNode finding) {
    return named(finding.get("severity"));
  }

  /** One more severe than the best case of a finding. */
  private static Severity above(JsonNode finding) {
    return Severity.values()[named(finding.get("severityBest")).ordinal() + 1];
  }

  private static Severity named(JsonNode word) {
    return Severity.named(word.asText()).orElseThrow();
  }

  private static Stream<String> words(JsonNode of, String key) {
    return items(of, key).map(JsonNode::asText);
  }

  private static Stream<JsonNode> items(JsonNode of, String key) {
    return StreamSupport.stream(of.path(key).spliterator(), false);
  }
}
