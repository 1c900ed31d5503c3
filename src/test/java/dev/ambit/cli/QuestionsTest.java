package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a world, of a rule, or of a finding. */
class QuestionsTest {
  @TempDir private Path folder;

  private String asked(String world) throws IOException {
    Files.writeString(folder.resolve("inventory.yaml"), world);
    return folder.toString();
  }

  @Test
  void validationReadsAndJudgesNothing() throws IOException {
    Ran ran = ambit("validate", asked(Worlds.EXPOSED));
    assertThat(ran.out()).startsWith("inventory.yaml: inventory, ");
    assertThat(ran.err()).startsWith("ambit: exit 0: ");
    assertThat(ran.code()).isZero();
  }

  @Test
  void validationNamesThePlaceOfEachError() throws IOException {
    Ran ran = ambit("validate", asked(Worlds.EXPOSED_AND_BROKEN));
    assertThat(ran.out()).contains("inventory.yaml:20 /agents/1: error: ");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void validationOfNothingIsNothingToScan() {
    assertThat(ambit("validate", folder.toString()).code()).isEqualTo(4);
  }

  @Test
  void whyShowsThePathHopByHop() throws IOException {
    Ran ran =
        ambit("why", "bot", "payroll", asked(Worlds.EXPOSED)).ends(0, "ambit: exit 0: answered");
    assertThat(ran.out()).contains("payroll", "room", "staff", "inventory.yaml:");
  }

  @Test
  void whySaysWhyThereIsNone() throws IOException {
    String world = asked(Worlds.QUIET);
    assertThat(ambit("why", "bot", "payroll", world).out()).startsWith("no path: bot can read");
    Ran json = ambit("why", "bot", "bot-log", world, "--out", "json=-");
    assertThat(json.out()).contains("\"agent\": \"bot\"", "\"paths\": [", "\"none\": ");
    assertThat(json.code()).isZero();
  }

  @Test
  void whyOfANameThatDoesNotExistNamesTheNearest() throws IOException {
    String world = asked(Worlds.QUIET);
    ambit("why", "bto", "payroll", world).complains("no agent 'bto'", "the nearest is bot");
    ambit("why", "bot", "payrol", world).complains("no asset 'payrol'", "the nearest is payroll");
  }

  @Test
  void whyFromBrokenInputIsAnsweredAndIncomplete() throws IOException {
    Ran ran = ambit("why", "bot", "payroll", asked(Worlds.EXPOSED_AND_BROKEN));
    assertThat(ran.out()).contains("staff");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void aFindingIsExplainedWithEveryHop() throws IOException {
    String id = Finding.id("action/exposes-classified-data", "bot", "payroll");
    Ran ran = ambit("explain", id, asked(Worlds.EXPOSED)).ends(0, "ambit: exit 0: answered");
    assertThat(ran.out()).contains(id, "one way, high:", "inventory.yaml:", "fix");
  }

  @Test
  void aFindingThatIsNotThereIsSaidSo() throws IOException {
    ambit("explain", "F-000000000000", asked(Worlds.QUIET)).complains("no finding F-000000000000");
  }

  @Test
  void aRuleIsExplained() {
    Ran ran = ambit("explain", "action/exposes-classified-data");
    assertThat(ran.out()).contains("why ", "fix ");
    assertThat(ran.code()).isZero();
  }

  @Test
  void aRuleThatDoesNotExistNamesTheNearest() {
    ambit("explain", "action/expose-classified-data")
        .complains("the nearest is action/exposes-classified-data");
  }

  @Test
  void rulesAreListedOneALine() {
    Ran ran = ambit("rules", "list");
    assertThat(ran.out().lines())
        .isNotEmpty()
        .isSorted()
        .allMatch(line -> line.matches("[a-z]+/[a-z-]+ +[a-z]+ +\\S.*"));
  }

  @Test
  void aRuleIsShownAsItsAuthorWroteIt() {
    assertThat(ambit("rules", "show", "data/coverage-gap").out()).contains("#+ title:", "SELECT");
  }

  @Test
  void examplesOfAFolderAreRunThroughTheWholeLine() throws IOException {
    Path rule = Files.createDirectories(folder.resolve("own")).resolve("any-agent.rq");
    Files.writeString(
        rule,
        """
        #+ title: There is an agent
        #+ severity: low
        #+ message: {subject} is an agent.
        #+ why: Somebody wanted to know.
        #+ fix: Look at it.
        #+ since: 0.1.0
        #+ hop: acts-as
        PREFIX amb: <https://w3id.org/ambit/vocabulary#>
        SELECT ?subject ?object WHERE { ?subject a amb:Agent . BIND(?subject AS ?object) }
        """);
    Path examples = rule.resolveSibling("any-agent.examples.yaml");
    Files.writeString(
        examples,
        """
        - world: one agent
          given: {ambit: 1, agents: [{id: bot, tools: [], invokers: []}]}
          finds: [{subject: bot, object: bot, severity: high}]
        """);
    Ran ran = ambit("rules", "test", folder.toString());
    assertThat(ran.out().lines())
        .containsExactly(
            "own/any-agent: no example in which it is quiet",
            "own/any-agent.examples.yaml:1 /0: one agent: does not find bot bot high",
            "own/any-agent.examples.yaml:1 /0: one agent: finds bot bot low");
    assertThat(ran.code()).isEqualTo(2);
  }
}
