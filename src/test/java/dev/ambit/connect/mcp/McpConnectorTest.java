package dev.ambit.connect.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.TextDocument;
import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Note;
import dev.ambit.model.Principal;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** What a client's configuration says about its agent. */
class McpConnectorTest {

  @Test
  void aClientAsksAndRemembersUnlessItsFileSaysThatAToolRunsUnasked() {
    Facts facts =
        facts(
            "a/.kiro/settings/mcp.json",
            "{\"mcpServers\": {\"s\": {\"command\": \"x\", \"autoApprove\": [\"read\"]}}}");

    assertThat(tool(facts, "kiro:a/s/read").gate().isSaid()).isFalse();
    assertThat(tool(facts, "kiro:a/s").gate().value().map(ref -> ref.id())).hasValue("kiro:a#ask");
    Gate gate = facts.gates().getOnly();
    assertThat(gate.strength()).isEqualTo(Gate.Strength.HOST);
    assertThat(gate.remembersConsent()).isTrue();
    assertThat(gate.approvers().ids().castToList()).containsExactly("developer");
    assertThat(gate.heldIn().value().map(ref -> ref.id()))
        .hasValue("file:a/.kiro/settings/mcp.json");
  }

  @Test
  void ofAnUnknownClientNobodyKnowsWhetherItAsks() {
    Facts facts = facts("a/helper.json", "{\"mcpServers\": {\"s\": {\"command\": \"x\"}}}");

    assertThat(facts.gates().getOnly().strength()).isEqualTo(Gate.Strength.UNKNOWN);
  }

  @Test
  void aTrustedServerAndASwitchForAllTakeTheGateAway() {
    Facts gemini =
        facts(
            "a/.gemini/settings.json",
            "{\"mcpServers\": {\"s\": {\"command\": \"x\", \"trust\": true}}}");
    Facts code =
        facts(
            "a/.vscode/settings.json",
            "{\"chat.tools.autoApprove\": true, \"mcp\": {\"servers\": {\"s\": {\"command\":"
                + " \"x\"}}}}");

    assertThat(gemini.gates().castToList()).isEmpty();
    assertThat(code.gates().castToList()).isEmpty();
    assertThat(code.tools().getOnly().gate().isSaid()).isFalse();
  }

  @Test
  void aServerThatIsSwitchedOffGivesNothing() {
    Facts facts =
        facts(
            "a/.cursor/mcp.json",
            "{\"mcpServers\": {\"off\": {\"command\": \"x\", \"disabled\": true, \"env\": {\"TOKEN\":"
                + " \"hunter2\"}}, \"out\": {\"command\": \"y\", \"enabled\": false}}}");

    assertThat(facts.tools().castToList()).isEmpty();
    assertThat(facts.credentials().castToList()).isEmpty();
    assertThat(facts.agents().getOnly().tools().said()).isTrue();
  }

  @Test
  void aServerWhoseToolsAreNotListedHasEffectsThatAreNotSaid() {
    Facts facts = facts("a/.cursor/mcp.json", "{\"mcpServers\": {\"s\": {\"command\": \"x\"}}}");

    assertThat(facts.tools().getOnly().effects().isSaid()).isFalse();
  }

  @Test
  void annotationsSayEffectsAndTakeNoGateAway() {
    Facts facts =
        facts(
            TextDocument.of(
                "a/.cursor/mcp.json", "{\"mcpServers\": {\"s\": {\"command\": \"x\"}}}"),
            TextDocument.of(
                "a/s.tools.json",
                """
                {"tools": [
                  {"name": "look", "annotations": {"readOnlyHint": true}},
                  {"name": "search", "annotations": {"readOnlyHint": true, "openWorldHint": true}},
                  {"name": "drop", "annotations": {"readOnlyHint": false}},
                  {"name": "add", "annotations": {"destructiveHint": false}},
                  {"name": "titled", "annotations": {"title": "Nothing said"}},
                  {"name": "bare", "inputSchema": {"properties": {"to": {}, "body": {}}}}
                ]}
                """));

    assertThat(effects(facts, "look")).isEqualTo(Verbs.of(Verb.READ));
    assertThat(effects(facts, "search")).isEqualTo(Verbs.of(Verb.READ, Verb.EGRESS));
    assertThat(effects(facts, "drop")).isEqualTo(Verbs.of(Verb.READ, Verb.WRITE, Verb.DELETE));
    assertThat(effects(facts, "add")).isEqualTo(Verbs.of(Verb.READ, Verb.WRITE));
    assertThat(tool(facts, "cursor:a/s/titled").effects().isSaid()).isFalse();
    assertThat(tool(facts, "cursor:a/s/bare").effects().isSaid()).isFalse();
    assertThat(tool(facts, "cursor:a/s/bare").modelFills().castToList())
        .containsExactly("to", "body");
    assertThat(facts.tools().castToList()).hasSize(6).allMatch(tool -> tool.gate().isSaid());
  }

  @Test
  void aConnectionTextNamesTheDatabaseWithoutTheSecret() {
    Facts facts =
        facts(
            "a/.cursor/mcp.json",
            "{\"mcpServers\": {\"s\": {\"command\": \"x\", \"args\":"
                + " [\"postgres://app:hunter2@db:5432/payroll?sslmode=on\"]}}}");

    assertThat(facts.tools().getOnly().on().ids().castToList())
        .containsExactly("postgres://db:5432/payroll");
    assertThat(facts.assets().collect(Asset::id).castToList())
        .containsExactly("file:a/.cursor/mcp.json", "postgres://db:5432/payroll");
  }

  @Test
  void aLiteralIsCarriedByTheAgentAndAReferenceOnlyLent() {
    Facts facts =
        facts(
            "a/.cursor/mcp.json",
            "{\"mcpServers\": {\"s\": {\"url\": \"https://h\", \"headers\": {\"Authorization\":"
                + " \"Bearer abc\", \"X-Key\": \"${env:KEY}\"}}}}");
    var literal = facts.credentials().get(0);
    var reference = facts.credentials().get(1);

    assertThat(literal.id()).isEqualTo("cursor:a/s/headers/Authorization");
    assertThat(literal.inline().value()).hasValue(true);
    assertThat(literal.holders().ids().castToList()).containsExactly("cursor:a");
    assertThat(literal.storedIn().value().map(ref -> ref.id())).hasValue("file:a/.cursor/mcp.json");
    assertThat(reference.inline().value()).hasValue(false);
    assertThat(reference.holders().said()).isFalse();
  }

  @Test
  void theDeveloperAsksAndReadsTheReplies() {
    Facts facts = facts("a/.cursor/mcp.json", "{\"mcpServers\": {}}");
    var agent = facts.agents().getOnly();

    assertThat(facts.principals().getOnly().kind()).isEqualTo(Principal.Kind.PERSON);
    assertThat(agent.invokers().ids().castToList()).containsExactly("developer");
    assertThat(agent.repliesTo().ids().castToList()).containsExactly("requester");
    assertThat(agent.authenticated().value()).hasValue(true);
  }

  @Test
  void severalFilesOfOneClientInOneFolderAreOneAgent() {
    Facts facts =
        facts(
            TextDocument.of("a/.vscode/mcp.json", "{\"servers\": {\"one\": {\"command\": \"x\"}}}"),
            TextDocument.of(
                "a/.vscode/settings.json",
                "{\"mcp.servers\": {\"two\": {\"command\": \"y\"}, \"one\": {\"command\": \"z\"}}}"));

    assertThat(facts.agents().getOnly().tools().ids().castToList())
        .containsExactly("vscode:a/one", "vscode:a/two");
    assertThat(facts.notes().getOnly().text()).startsWith("a second server of the name one");
  }

  @Test
  void aServerOfTheWrongKindIsAnErrorAndTheRestGoesOn() {
    Facts facts =
        facts(
            "a/.cursor/mcp.json",
            "{\"mcpServers\": {\"bad\": \"x\", \"odd\": {\"command\": \"x\", \"env\": [1]}, \"good\":"
                + " {\"command\": \"x\"}}}");

    assertThat(facts.notes().collect(Note::kind).castToList())
        .containsExactly(Note.Kind.ERROR, Note.Kind.ERROR);
    assertThat(facts.tools().collect(Tool::id).castToList())
        .containsExactly("cursor:a/odd", "cursor:a/good");
  }

  private static Verbs effects(Facts facts, String tool) {
    return tool(facts, "cursor:a/s/" + tool).effects().or(Verbs.NONE);
  }

  private static Tool tool(Facts facts, String id) {
    return facts
        .tools()
        .detectOptional(tool -> tool.id().equals(id))
        .orElseThrow(
            () -> new AssertionError("no " + id + " in " + facts.tools().collect(Tool::id)));
  }

  private static Facts facts(String path, String text) {
    return facts(TextDocument.of(path, text));
  }

  private static Facts facts(Document... documents) {
    return new McpConnector()
        .together(Lists.immutable.of(documents), Lists.immutable.empty(), SameSecrets.ofThisRun());
  }
}
