package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ambit who} about anything that has an id. */
class WhoTest {
  @TempDir Path folder;
  private String input;

  @BeforeEach
  void aWorld() throws IOException {
    input = Files.writeString(folder.resolve("acme.yaml"), Worlds.EXPOSED).toString();
  }

  @Test
  void ofAChannelItSaysWhoReadsAndWhoPosts() {
    Ran who = ambit("who", "room", input).ends(0, "ambit: exit 0: answered");
    assertThat(who.out())
        .isEqualTo(
            """
            who reads room:
              - staff (30 people), it is among its readers
                acme.yaml:13 /channels/0/readers/0

            who posts to room:
              - bot (agent), by post
                acme.yaml:17 /tools/0/on/0
            """);
  }

  @Test
  void ofAnAssetItNamesPeopleProgramsAndAgents() {
    assertThat(ambit("who", "payroll", input).out())
        .contains("who can read payroll:")
        .contains("- hr (6 people), by the grant ")
        .contains("- svc, by the grant pay\n    acme.yaml:15 /grants/0")
        .contains("- bot (agent), by pay as svc");
  }

  @Test
  void ofAnAgentItSaysWhoCanAskIt() {
    assertThat(ambit("who", "bot", input).out())
        .contains("who can ask bot:\n  - hr (6 people), hr may ask bot");
  }

  @Test
  void whatIsNotKnownIsSaid() throws IOException {
    Files.writeString(folder.resolve("acme.yaml"), Worlds.UNKNOWN);
    assertThat(ambit("who", "room", input).out())
        .contains("- internet (anyone on the internet), nothing says who reads it");
  }

  @Test
  void whoIsDeniedIsNotNamed() throws IOException {
    Files.writeString(
        folder.resolve("acme.yaml"),
        Worlds.EXPOSED.replace(
            "grants:", "grants:\n  - {who: svc, can: [read], on: payroll, effect: deny}"));
    assertThat(ambit("who", "payroll", input).out()).doesNotContain("- svc").contains("- hr");
  }

  @Test
  void aProgramGetsTheObjectOfTheContract() {
    assertThat(ambit("who", "room", input, "--out", "json=-").out().replaceAll("\\s+", " "))
        .startsWith(
            "{ \"asset\": \"room\", \"action\": \"*\", \"answers\": [ { \"principal\": \"bot\","
                + " \"decision\": \"allowed\", \"dependsOn\": [ ], \"because\": [ { \"text\": \"by"
                + " post\", \"origin\": {");
  }

  @Test
  void aNameThatIsNotThereIsAMistake() {
    ambit("who", "rooms", input).complains("there is no 'rooms'", "nearest is room");
    ambit("who", "room", input, "--context", "aws:SourceIp=203.0.113.7").complains("--action");
  }
}
