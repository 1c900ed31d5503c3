package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachTest {
  @TempDir Path folder;
  private String input;

  @BeforeEach
  void aWorld() throws IOException {
    input = Files.writeString(folder.resolve("acme.yaml"), Worlds.EXPOSED).toString();
  }

  @Test
  void itSaysWhatTheAgentCanDoAndWhoHearsIt() {
    Ran reach = ambit("reach", "bot", input).ends(0, "ambit: exit 0: answered");
    assertThat(reach.out())
        .contains("It acts as svc.")
        .contains("can read payroll (restricted), by ")
        .contains("can post to room, read by 30 people")
        .contains("is asked by hr")
        .contains("is fit for draft only; “internal low-risk” asks that nothing about it is high");
  }

  @Test
  void aProgramGetsTheObjectOfTheContract() {
    assertThat(ambit("reach", "bot", input, "--out", "json=-").out().replaceAll("\\s+", " "))
        .startsWith("{ \"agent\": \"bot\", \"can\": [ {")
        .contains("\"verb\": \"read\", \"on\": \"payroll\", \"level\": \"restricted\"")
        .contains("\"publishesTo\": [ { \"channel\": \"room\", \"audience\": 30 } ]");
  }

  @Test
  void anAgentThatIsNotThereIsAMistake() {
    ambit("reach", "bat", input).complains("there is no agent 'bat'", "nearest is bot");
  }

  @Test
  void explainSaysHowToVerifyAndHowToWaive() {
    assertThat(ambit("explain", "F-c04219bc0994", input).out())
        .contains("ambit fix --finding F-c04219bc0994")
        .contains("ambit waive add --waivers FILE --finding F-c04219bc0994");
  }
}
