package dev.ambit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambit.model.Hop;
import dev.ambit.model.Severity;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {
  private static final String READS = "SELECT ?subject ?object { ?subject amb:reads ?object }";

  @Test
  void aRuleIsItsHeaderAndItsQuery() {
    Rule rule =
        RuleText.of(READS)
            .header(
                "since", "#+ since: 0.1.0\n#+ references: https://a.example\n#+ references: b\n")
            .rule("scope/reads-data");
    assertThat(rule.id()).isEqualTo("scope/reads-data");
    assertThat(rule.title()).isEqualTo("Agent reads data");
    assertThat(rule.severity().value()).contains(Severity.MEDIUM);
    assertThat(rule.hop().value()).contains(Hop.Kind.READS);
    assertThat(rule.references()).containsExactly("https://a.example", "b");
    assertThat(rule.query().getResultVars()).containsExactly("subject", "object");
  }

  @Test
  void theHeaderIsComplete() {
    assertRefused(
        RuleText.of(READS).header("why", "").header("fix", "#+ fix:\n"),
        "line 3 of the header has no key and value. Write it as '#+ key: value'.",
        "the header has no 'why'. Add a line '#+ why: ...'.",
        "the header has no 'fix'. Add a line '#+ fix: ...'.");
  }

  @Test
  void aKeyThatNobodyKnowsIsRefusedWithTheNearest() {
    assertRefused(
        RuleText.of(READS).header("severity", "#+ serverity: medium\n#+ severity: medium\n"),
        "the header key 'serverity' is unknown. Did you mean 'severity'?");
  }

  @Test
  void aKeyStandsOnce() {
    assertRefused(
        RuleText.of(READS).header("why", "#+ why: one\n#+ why: two\n"),
        "the header says 'why' twice. Keep one of them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "severity | none | 'none' is no severity. Write one of critical, high, medium, low, info.",
        "severity | grave | 'grave' is no severity. Write one of critical, high, medium, low, info.",
        "hop | eats | 'eats' is no hop. Write one of the hop kinds, for example acts-as, reads, can-share."
      })
  void aWordIsOneOfThoseThatMeanSomething(String key, String value, String message) {
    assertRefused(RuleText.of(READS).header(key, "#+ " + key + ": " + value + "\n"), message);
  }

  @Test
  void everyPlaceholderIsSelected() {
    assertRefused(
        RuleText.of(READS).header("message", "#+ message: {subject} in {place}\n"),
        "the message quotes {place}, which the query does not select."
            + " Select ?place, or quote {subject}, {object}.");
  }

  @Test
  void subjectAndObjectAreSelectedAndSomethingSaysHowSevereItIs() {
    assertRefused(
        RuleText.of("SELECT ?who { ?who a amb:Agent }")
            .header("severity", "")
            .header("hop", "")
            .header("message", "#+ message: {who}\n"),
        "the query does not select ?subject. Add it to the SELECT line.",
        "the query does not select ?object. Add it to the SELECT line.",
        "nothing says how severe a finding is."
            + " Select ?crossing or ?severity, or add a line '#+ severity: ...'.",
        "nothing says how subject and object hang together."
            + " Select ?crossing, or add a line '#+ hop: ...' such as reads, holds or can-share.");
  }

  @Test
  void aTermThatTheVocabularyLacksIsRefusedWithTheNearest() {
    assertRefused(
        RuleText.of("SELECT ?subject ?object { ?subject amb:raeds ?object }"),
        "the vocabulary has no amb:raeds."
            + " Did you mean amb:reads? rules/vocabulary.ttl has all terms.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONSTRUCT { ?subject amb:reads ?object } WHERE { ?subject amb:reads ?object }",
        "ASK { ?subject amb:reads ?object }",
        "DESCRIBE <urn:ambit:node:x>"
      })
  void onlySelectIsAQuestion(String query) {
    assertThatThrownBy(() -> RuleText.of(query).rule("scope/x"))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("scope/x: the query is no SELECT. Write SELECT ?subject ?object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?subject ?object { ?subject amb:reads ?object",
        "SELECT ?subject ?object { LET (?object := 1) }",
        "SELECT ?subject ?object { ?subject amb:reads{2} ?object }",
        "SELECT ?subject ?object { LATERAL { ?subject amb:reads ?object } }",
        "DELETE WHERE { ?subject amb:reads ?object }"
      })
  void onlySparqlOnePointOneIsUnderstood(String query) {
    assertThatThrownBy(() -> RuleText.of(query).rule("scope/x"))
        .isInstanceOf(RuleException.class)
        .hasMessageStartingWith("scope/x: the query is no SPARQL 1.1: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "?subject amb:reads+ ?object ~ reads",
        "?subject amb:calls* ?object ~ calls",
        "?subject ((amb:owner|amb:actsAs)/amb:kind)* ?object ~ actsAs",
        "?subject <https://w3id.org/ambit/vocabulary#writes> + ?object ~ writes",
        "?subject a amb:Agent ; amb:owner ?object FILTER NOT EXISTS { ?object ^amb:invokedBy* ?z } ~ invokedBy"
      })
  void aDerivedPredicateIsNotRepeated(String pattern, String derived) {
    assertRefused(
        RuleText.of("SELECT ?subject ?object { " + pattern + " }"),
        "the path repeats amb:"
            + derived
            + ", which is derived and closed already. Write it without * and +.");
  }

  @Test
  void factsOfWhichThereMayBeAMillionAreNotRepeated() {
    assertRefused(
        RuleText.of("SELECT ?subject ?object { ?subject amb:memberOf*/amb:in+ ?object }"),
        "the path repeats amb:memberOf, of which there may be a million. Use amb:readBy,"
            + " amb:invokedBy or amb:fedBy, which are closed over groups.",
        "the path repeats amb:in, of which there may be a million. Use amb:reads, amb:writes or"
            + " another verb of an agent, which are closed over containers.");
  }

  @Test
  void whatIsSaidMayBeRepeated() {
    RuleText.of(
            "SELECT ?subject ?object { ?subject amb:owner*/amb:deputy+ ?object ."
                + " ?object amb:rank ?r FILTER ((?r + 2) * 3 > 4) }")
        .rule("scope/x");
  }

  @Test
  void aNodeThatEveryOrganisationHasMayBeNamed() {
    RuleText.of(
            "SELECT ?subject ?object { ?subject amb:reads ?object ; a amb:Agent ;"
                + " amb:invokedBy <urn:ambit:node:internet> FILTER (xsd:integer(\"1\") = 1) }")
        .header("since", "#+ since: 1\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n")
        .rule("scope/x");
  }

  @Test
  void aBadNameOfAFileIsRefused() {
    assertThatThrownBy(() -> RuleText.of(READS).rule("Scope/my rule"))
        .hasMessage(
            "Scope/my rule: the id of a rule has small letters, digits and hyphens only."
                + " Name the file and its folder so: <family>/<name>.rq.");
  }

  private static void assertRefused(RuleText text, String... lines) {
    assertThatThrownBy(() -> text.rule("scope/x"))
        .isInstanceOf(RuleException.class)
        .hasMessage(
            Arrays.stream(lines).map(line -> "scope/x: " + line).collect(Collectors.joining("\n")));
  }
}
