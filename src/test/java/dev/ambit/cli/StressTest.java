package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StressTest {
  /** Nothing is open: a gate of the resource stands before the post, and a deny before the pay. */
  private static final String GUARDED =
      Worlds.EXPOSED
              .replace("on: [room]}", "on: [room], gate: sign}")
              .replace("size: 30}", "size: 300}")
              .replace(
                  "tools:\n",
                  "  - {id: no-pay, who: svc, effect: deny, can: [read], on: payroll}\ntools:\n")
          + "gates:\n  - {id: sign, strength: host, approvers: [hr], independent: true}\n";

  @TempDir Path folder;

  @Test
  void theOnlyControlBeforeTheDataIsNamed() throws IOException {
    Ran stress = stress(GUARDED);
    stress.ends(0, "ambit: exit 0: 6 suppositions judged");
    assertThat(stress.out()).contains("Only the deny no-pay stands before payroll");
    assertThat(stress.out().replaceAll("\\s+", " "))
        .contains("bot acts before anybody agreed: opens ")
        .contains("the gate sign fails: opens ")
        .contains("the deny no-pay fails: opens 1 finding", "bot can read payroll (restricted)");
  }

  @Test
  void withAGateThatTheResourceEnforcesActingEarlyOpensNothing() throws IOException {
    assertThat(stress(GUARDED.replace("strength: host", "strength: resource")).out())
        .doesNotContain("bot acts before anybody agreed");
  }

  @Test
  void anOutsiderWithTheIdentityOfTheAgentReadsWhatItReads() throws IOException {
    assertThat(stress(Worlds.QUIET).out().replaceAll("\\s+", " "))
        .contains("bot: an outsider can be svc: opens 2 findings critical")
        .contains("bot is steered by an outsider: nothing new");
  }

  @Test
  void aMembershipThatIsTheOnlyReasonForAClearanceIsNamed() throws IOException {
    String world =
        Worlds.QUIET
            .replace(
                "kind: person, memberOf: [hr]}",
                "kind: person, memberOf: [hr]}\n  - {id: temp, kind: person, memberOf: [hr]}")
            .replace("readers: [hr]}\ngrants", "readers: [hr, temp]}\ngrants");
    assertThat(stress(world).out().replaceAll("\\s+", " "))
        .contains("the membership of temp in hr fails: opens ")
        .contains("Only the membership of temp in hr stands before payroll")
        .contains("1 control can fail: nothing new");
  }

  @Test
  void oneAgentCanBeAskedForByItself() throws IOException {
    Path input = Files.writeString(folder.resolve("acme.yaml"), GUARDED);
    assertThat(ambit("stress", "--agent", "bot", input.toString()).out()).contains("bot acts");
    ambit("stress", "--agent", "bat", input.toString()).complains("no agent 'bat'", "nearest");
  }

  @Test
  void theSameWorldGivesTheSameBytesAndAProgramGetsFindings() throws IOException {
    Path input = Files.writeString(folder.resolve("acme.yaml"), GUARDED);
    String first = ambit("stress", input.toString(), "--out", "json=-").out();
    assertThat(first).contains("\"kind\": \"control fails\"", "\"what\": \"gate sign\"");
    assertThat(ambit("stress", input.toString(), "--out", "json=-").out()).isEqualTo(first);
  }

  private Ran stress(String world) throws IOException {
    return ambit("stress", Files.writeString(folder.resolve("acme.yaml"), world).toString());
  }
}
