package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change takes from somebody is said, however it takes it. */
class LostTest {
  private static final String WORLD =
      """
      ambit: 1
      closed: [principals, assets, channels, credentials, grants, agents, tools, gates]
      principals:
        - {id: staff, kind: group, clearance: internal, size: 30}
        - {id: payers, kind: group, memberOf: [staff]}
        - {id: ann, kind: person, memberOf: [payers]}
        - {id: bob, kind: person, memberOf: [payers]}
      assets:
        - {id: payroll, level: restricted}
        - {id: wiki, level: public, readers: [internet]}
      grants:
        - {id: pay, who: payers, can: [read, write], on: payroll}
      """;

  @TempDir Path folder;

  @Test
  void aMembershipThatGoesTakesTheRightsOfTheGroup() throws IOException {
    assertThat(lost(WORLD.replace("ann, kind: person, memberOf: [payers]", "ann, kind: person")))
        .containsExactly("ann can no longer read payroll", "ann can no longer write payroll");
  }

  @Test
  void aDenyThatComesTakesWhatItDenies() throws IOException {
    String deny = "  - {id: no-pay, who: bob, effect: deny, can: [write], on: payroll}\n";
    assertThat(lost(WORLD + deny)).containsExactly("bob can no longer write payroll");
  }

  @Test
  void whatAGroupLosesIsToldOfTheGroupAndNotOfEachMember() throws IOException {
    String deny = "  - {id: no-pay, who: staff, effect: deny, can: [write], on: payroll}\n";
    assertThat(lost(WORLD + deny)).containsExactly("payers can no longer write payroll");
  }

  @Test
  void whoeverHasTheSameByAnotherWayLosesNothing() throws IOException {
    String own = "  - {id: of-ann, who: ann, can: [read, write], on: payroll}\n";
    assertThat(
            lost(
                WORLD + own,
                WORLD.replace("ann, kind: person, memberOf: [payers]", "ann, kind: person") + own))
        .isEmpty();
  }

  @Test
  void whatTheInternetLosesIsToldOnce() throws IOException {
    assertThat(lost(WORLD.replace("readers: [internet]", "readers: []")))
        .containsExactly("internet can no longer read wiki");
  }

  private ImmutableList<String> lost(String after) throws IOException {
    return lost(WORLD, after);
  }

  private ImmutableList<String> lost(String before, String after) throws IOException {
    return Analysis.lost(read(before), read(after), LocalDate.of(2026, 11, 1));
  }

  private Facts read(String world) throws IOException {
    Path file = Files.writeString(folder.resolve("world.yaml"), world);
    return Inbox.read(Lists.immutable.of(file), Connectors.ALL);
  }
}
