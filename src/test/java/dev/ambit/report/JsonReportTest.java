package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Heads;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonReport report = new JsonReport();

  @Test
  void theExampleOfTheContractComesOutKeyByKeyInItsOrderAndOursComeAfter() throws IOException {
    try (InputStream example = getClass().getResourceAsStream("contract-example.json")) {
      JsonNode expected = JSON.readTree(example);
      JsonNode written = JSON.readTree(Golden.written(report, Results.exampleOfTheContract()));
      // Trees are equal in any order of keys, their texts only in the same one.
      assertThat(beginningLike(expected, written).toPrettyString())
          .isEqualTo(expected.toPrettyString());
    }
  }

  /** What was written, each object cut after as many keys as the contract gives it. */
  private static JsonNode beginningLike(JsonNode contract, JsonNode written) {
    if (contract.isObject() && written.isObject()) {
      ObjectNode cut = JSON.createObjectNode();
      Iterator<Map.Entry<String, JsonNode>> fields = written.properties().iterator();
      for (int at = 0; at < contract.size() && fields.hasNext(); at++) {
        Map.Entry<String, JsonNode> field = fields.next();
        cut.set(field.getKey(), beginningLike(contract.path(field.getKey()), field.getValue()));
      }
      return cut;
    }
    if (contract.isArray() && written.isArray()) {
      ArrayNode cut = JSON.createArrayNode();
      for (int at = 0; at < written.size(); at++) {
        cut.add(beginningLike(contract.path(at), written.get(at)));
      }
      return cut;
    }
    return written;
  }

  @Test
  void itIsWrittenAsReviewed() throws IOException {
    Golden.assertSame("incident.json", Golden.written(report, Results.incident()));
  }

  @Test
  void whatDoesNotApplyIsAbsent() throws IOException {
    JsonNode result = JSON.readTree(Golden.written(report, Results.incident()));
    assertThat(result.has("truncated")).isFalse();
    assertThat(result.at("/agents/1").has("owner")).isFalse();
    assertThat(result.at("/findings/1").has("audience")).isFalse();
    assertThat(result.at("/notes/1/origin").has("line")).isFalse();
    assertThat(result.toString()).doesNotContain(":null");
  }

  @Test
  void aWordStandsWhereAnAudienceHasNoNumber() throws IOException {
    var finding = Results.advice();
    var audience =
        new dev.ambit.model.Audience(
            Heads.atLeast(7),
            Heads.of(dev.ambit.model.Builtin.INTERNET),
            Lists.immutable.of("internet"),
            Lists.immutable.empty());
    var result = Results.clean().withFindings(Lists.immutable.of(finding.withAudience(audience)));
    JsonNode written = JSON.readTree(Golden.written(report, result)).at("/findings/0/audience");
    assertThat(written.at("/total").asText()).isEqualTo("internet");
    assertThat(written.at("/uncleared").asInt()).isEqualTo(7);
    assertThat(written.at("/atLeast").asBoolean()).isTrue();
  }

  /** Ten thousand are written unless somebody asks for more. */
  @Test
  void tenThousandFindingsAreFewEnoughToSend() {
    assertThat(Golden.written(report, Large.result(10_000)).length()).isLessThan(50_000_000);
  }

  @Test
  void ofManyFindingsEachIsALine() throws IOException {
    AnalysisResult many = Large.result(1_001);
    String written = Golden.written(report, many);
    assertThat(written.lines().filter(line -> line.startsWith("{\"id\":\"F-"))).hasSize(1_001);
    String indented = Golden.written(report, many.with(it -> it.findings(it.findings().take(1))));
    assertThat(JSON.readTree(written).at("/findings/0"))
        .isEqualTo(JSON.readTree(indented).at("/findings/0"));
    assertThat(indented.lines().filter(line -> line.contains("\"id\": \"F-"))).hasSize(1);
  }

  @Test
  void whatIsLeftOutIsSaid() throws IOException {
    String written = Golden.written(report, Results.incident().withTruncated(12));
    assertThat(JSON.readTree(written).at("/truncated").asInt()).isEqualTo(12);
  }

  @Test
  void aNameKeepsItsValueAndCannotActOnATerminal() throws IOException {
    String written = Golden.written(report, Results.hostile());
    assertThat(JSON.readTree(written).at("/findings/0/subject").asText())
        .isEqualTo(Results.HOSTILE);
    assertThat(written.codePoints().filter(point -> point != '\n' && Visible.acts(point)))
        .isEmpty();
  }
}
