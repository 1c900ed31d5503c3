package dev.ambit.connect.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.SameSecrets;
import dev.ambit.connect.TextDocument;
import dev.ambit.model.Agent;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Ref;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project of Claude Code may do, and what stands before it. */
class ClaudeConnectorTest {
  private static final String SERVERS =
      "{\"mcpServers\": {\"db\": {\"command\": \"x\"}, \"web\": {\"command\": \"y\"}}}";

  /** What {@code answer} says of a tool: {@code none} is no gate, {@code absent} no tool. */
  @ParameterizedTest
  @CsvSource({
    "default,Read,none",
    "default,Edit,first-use",
    "default,Bash,first-use",
    "default,WebFetch,first-use",
    "acceptEdits,Edit,none",
    "acceptEdits,Bash,first-use",
    "plan,Read,none",
    "plan,Edit,absent",
    "plan,Bash,absent",
    "dontAsk,Read,none",
    "dontAsk,Bash,absent",
    "bypassPermissions,Bash,none",
    "bypassPermissions,Edit,none",
    "auto,Bash,mode",
    "auto,Read,none",
    "tomorrow,Bash,mode",
  })
  void theModeDecidesWhatNoRuleNames(String mode, String tool, String answer) {
    Facts facts = settings("{\"permissions\": {\"defaultMode\": \"" + mode + "\"}}");

    assertThat(answer(facts, "claude:a/builtin/" + tool)).isEqualTo(answer);
  }

  @Test
  void denyBeatsAskAndAskBeatsAllow() {
    Facts facts =
        settings(
            """
            {"permissions": {
              "allow": ["Bash", "WebFetch", "WebSearch", "mcp__db"],
              "ask": ["Bash", "WebFetch", "mcp__db"],
              "deny": ["WebFetch"]}}
            """);

    assertThat(answer(facts, "claude:a/builtin/WebFetch")).isEqualTo("absent");
    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("ask-rule");
    assertThat(answer(facts, "claude:a/builtin/WebSearch")).isEqualTo("none");
    assertThat(answer(facts, "claude:a/db")).isEqualTo("ask-rule");
    assertThat(answer(facts, "claude:a/web")).isEqualTo("first-use");
  }

  @Test
  void aRuleToAskStandsInEveryModeAndIsNeverRemembered() {
    Facts facts =
        settings(
            "{\"permissions\": {\"ask\": [\"Bash\"], \"defaultMode\": \"bypassPermissions\"}}");
    Gate gate = facts.gates().getOnly();

    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("ask-rule");
    assertThat(gate.strength()).isEqualTo(Gate.Strength.HOST);
    assertThat(gate.remembersConsent()).isFalse();
    assertThat(gate.approvers().ids().castToList()).containsExactly("developer");
    assertThat(gate.heldIn().value().map(Ref::id)).hasValue("file:a/.claude/settings.json");
  }

  @Test
  void theQuestionOfTheDefaultModeRemembersItsAnswer() {
    assertThat(settings("{}").gates().getOnly().remembersConsent()).isTrue();
  }

  @Test
  void whereTheBypassIsForbiddenItIsTheDefault() {
    Facts facts =
        settings(
            "{\"permissions\": {\"defaultMode\": \"bypassPermissions\","
                + " \"disableBypassPermissionsMode\": \"disable\"}}");

    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("first-use");
  }

  @Test
  void onlyToolsThatRunUnaskedCanWriteTheSettings() {
    Facts asked = settings("{}");
    Facts bypass = settings("{\"permissions\": {\"defaultMode\": \"bypassPermissions\"}}");
    Facts edits = settings("{\"permissions\": {\"defaultMode\": \"acceptEdits\"}}");
    String settings = "file:a/.claude/settings.json";

    assertThat(tool(asked, "claude:a/builtin/Bash").orElseThrow().on().names(settings)).isFalse();
    assertThat(tool(edits, "claude:a/builtin/Edit").orElseThrow().on().names(settings)).isFalse();
    assertThat(tool(bypass, "claude:a/builtin/Bash").orElseThrow().on().names(settings)).isTrue();
    assertThat(tool(bypass, "claude:a/builtin/Edit").orElseThrow().on().names(settings)).isTrue();
  }

  @Test
  void anAllowanceOfSomeCommandsIsAWayOfItsOwnWithEffectsThatAreNotSaid() {
    Facts facts = settings("{\"permissions\": {\"allow\": [\"Bash(npm run test:*)\"]}}");
    Tool some = tool(facts, "claude:a/builtin/Bash/allowed").orElseThrow();

    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("first-use");
    assertThat(some.gate().isSaid()).isFalse();
    assertThat(some.effects().isSaid()).isFalse();
    assertThat(some.origin().pointer()).isEqualTo("/permissions/allow/0");
  }

  @ParameterizedTest
  @CsvSource({"Bash(*)", "Bash(:*)", "Bash(python:*)", "Bash(bash -c:*)", "Bash(npx:*)", "Bash"})
  void anAllowanceToRunAnythingIsOneForTheShell(String rule) {
    Facts facts = settings("{\"permissions\": {\"allow\": [\"" + rule + "\"]}}");

    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("none");
  }

  @Test
  void aDenialOfSomeUsesLeavesTheTool() {
    Facts facts = settings("{\"permissions\": {\"deny\": [\"Read(./.env)\", \"Bash(rm:*)\"]}}");

    assertThat(answer(facts, "claude:a/builtin/Read")).isEqualTo("none");
    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("first-use");
  }

  @Test
  void aRuleForEditingHoldsForAllToolsThatEdit() {
    Facts facts = settings("{\"permissions\": {\"deny\": [\"Edit\"]}}");

    assertThat(answer(facts, "claude:a/builtin/Write")).isEqualTo("absent");
    assertThat(answer(facts, "claude:a/builtin/NotebookEdit")).isEqualTo("absent");
  }

  @Test
  void aHookIsAGateOfUnknownStrengthWhereNothingElseAsks() {
    Facts facts =
        settings(
            "{\"permissions\": {\"allow\": [\"Bash\"]}, \"hooks\": {\"PreToolUse\": [{\"matcher\":"
                + " \"Bash|Edit\"}]}}");

    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("hook");
    assertThat(answer(facts, "claude:a/builtin/Edit")).isEqualTo("first-use");
    assertThat(facts.gates().detect(gate -> gate.id().equals("claude:a#hook")).strength())
        .isEqualTo(Gate.Strength.UNKNOWN);
    assertThat(facts.notes().getOnly().text()).startsWith("hooks of this project run before tools");
  }

  @Test
  void aClosedSandboxTakesTheWayOutAndAsksNothing() {
    Facts facts =
        settings(
            "{\"sandbox\": {\"enabled\": true, \"allowUnsandboxedCommands\": false, \"network\":"
                + " {\"allowedDomains\": []}}}");

    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("none");
    assertThat(answer(facts, "claude:a/builtin/Bash/network")).isEqualTo("absent");
    assertThat(answer(settings("{}"), "claude:a/builtin/Bash/network")).isEqualTo("first-use");
  }

  @Test
  void managedRulesCanSilenceAllOthersBelowTheirFolder() {
    Facts facts =
        facts(
            TextDocument.of(
                "m/managed-settings.json",
                "{\"allowManagedPermissionRulesOnly\": true, \"permissions\": {\"ask\":"
                    + " [\"Bash\"]}}"),
            TextDocument.of(
                "m/a/.claude/settings.json",
                "{\"permissions\": {\"allow\": [\"Bash\", \"Edit\"]}}"),
            TextDocument.of(
                "b/.claude/settings.json", "{\"permissions\": {\"allow\": [\"Bash\"]}}"));

    assertThat(facts.agents().collect(Agent::id).castToList())
        .containsExactly("claude:b", "claude:m/a");
    assertThat(answer(facts, "claude:m/a/builtin/Bash")).isEqualTo("ask-rule");
    assertThat(answer(facts, "claude:m/a/builtin/Edit")).isEqualTo("first-use");
    assertThat(answer(facts, "claude:b/builtin/Bash")).isEqualTo("none");
  }

  @Test
  void aSubAgentWithoutAListHasAllToolsOfTheSession() {
    Facts facts = withSubAgent("name: helper");
    Agent helper = agent(facts, "claude:a/helper");

    assertThat(helper.toolsOmitted().value()).hasValue(true);
    assertThat(helper.tools().ids().castToList())
        .contains("claude:a/helper/builtin/Bash", "claude:a/helper/db", "claude:a/helper/web")
        .doesNotContain("claude:a/helper/builtin/Task");
    assertThat(agent(facts, "claude:a").calls().getOnly().agent().id())
        .isEqualTo("claude:a/helper");
    assertThat(tool(facts, "claude:a/builtin/Task").orElseThrow().on().ids().castToList())
        .containsExactly("claude:a/helper");
  }

  @Test
  void aSubAgentHasOnlyWhatItsListNames() {
    Facts facts =
        withSubAgent(
            "name: helper\ndescription: Use this: when *needed*\ntools: Read, mcp__db__query, TodoWrite");
    Agent helper = agent(facts, "claude:a/helper");

    assertThat(helper.toolsOmitted().isSaid()).isFalse();
    assertThat(helper.tools().ids().castToList())
        .containsExactly("claude:a/helper/builtin/Read", "claude:a/helper/db/query");
  }

  @Test
  void aSubAgentCanHaveAModeOfItsOwn() {
    Facts facts = withSubAgent("name: helper\npermissionMode: bypassPermissions");

    assertThat(answer(facts, "claude:a/helper/builtin/Bash")).isEqualTo("none");
    assertThat(answer(facts, "claude:a/builtin/Bash")).isEqualTo("first-use");
  }

  @Test
  void aSubAgentNamedLikeAServerStepsAside() {
    assertThat(withSubAgent("name: db").agents().collect(Agent::id).castToList())
        .containsExactly("claude:a", "claude:a/agents/db");
  }

  @Test
  void aSkillCanPreApproveATool() {
    Facts facts =
        facts(
            TextDocument.of("a/.claude/skills/s/SKILL.md", "---\nallowed-tools: WebFetch\n---\n"));

    assertThat(answer(facts, "claude:a/builtin/WebFetch")).isEqualTo("none");
    assertThat(agent(facts, "claude:a").guardrails().ids().castToList())
        .containsExactly("file:a/.claude/skills/s/SKILL.md");
  }

  @Test
  void instructionsBelongToTheProjectAbove() {
    Facts facts =
        facts(
            TextDocument.of("a/.mcp.json", SERVERS),
            TextDocument.of("a/docs/CLAUDE.md", "x"),
            TextDocument.of("b/CLAUDE.md", "x"),
            TextDocument.of("b/c/CLAUDE.md", "x"));

    assertThat(facts.agents().collect(Agent::id).castToList())
        .containsExactly("claude:a", "claude:b");
    assertThat(agent(facts, "claude:b").guardrails().ids().castToList())
        .containsExactly("file:b/CLAUDE.md", "file:b/c/CLAUDE.md");
  }

  @Test
  void settingsCanRefuseAServer() {
    Facts facts =
        facts(
            TextDocument.of("a/.mcp.json", SERVERS),
            TextDocument.of("a/.claude/settings.json", "{\"disabledMcpjsonServers\": [\"db\"]}"));

    assertThat(answer(facts, "claude:a/db")).isEqualTo("absent");
    assertThat(answer(facts, "claude:a/web")).isEqualTo("first-use");
  }

  @Test
  void theShellActsAsTheDeveloper() {
    Tool shell = tool(settings("{}"), "claude:a/builtin/Bash").orElseThrow();

    assertThat(shell.uses().value().map(Ref::id)).hasValue("developer");
    assertThat(shell.effects().value().map(verbs -> verbs.has(Verb.EXECUTE))).hasValue(true);
  }

  private static Facts settings(String json) {
    return facts(
        TextDocument.of("a/.claude/settings.json", json), TextDocument.of("a/.mcp.json", SERVERS));
  }

  private static Facts withSubAgent(String matter) {
    return facts(
        TextDocument.of("a/.mcp.json", SERVERS),
        TextDocument.of("a/.claude/agents/file.md", "---\n" + matter + "\n---\nWords.\n"));
  }

  private static Facts facts(TextDocument... documents) {
    return new ClaudeConnector()
        .together(Lists.immutable.of(documents), Lists.immutable.empty(), SameSecrets.ofThisRun());
  }

  private static Agent agent(Facts facts, String id) {
    return facts.agents().detectOptional(agent -> agent.id().equals(id)).orElseThrow();
  }

  private static Optional<Tool> tool(Facts facts, String id) {
    return facts.tools().detectOptional(tool -> tool.id().equals(id));
  }

  private static String answer(Facts facts, String id) {
    return tool(facts, id)
        .map(
            tool ->
                tool.gate()
                    .value()
                    .map(gate -> gate.id().substring(gate.id().indexOf('#') + 1))
                    .orElse("none"))
        .orElse("absent");
  }
}
