package dev.ambit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Day;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** A statement of a policy costs nothing to lose where AWS says that nobody uses its services. */
class UnusedStatementTest {
  private static final String ONCALL = "arn:aws:iam::111122223333:group/infra-oncall";
  private static final Origin HERE = Origin.ofFile("aws/last-accessed.json");

  private final Facts facts =
      Inbox.read(Lists.immutable.of(Path.of("sample-data/forum-incident/input")), Connectors.ALL);

  @Test
  void withoutUsageItIsARightLikeAnyOther() {
    assertThat(move(facts)).isEqualTo(Move.RIGHT);
  }

  @Test
  void neverUsedOrLongAgoItIsTheCheapest() {
    assertThat(move(used(new Day.Never()))).isEqualTo(Move.UNUSED_RIGHT);
    assertThat(move(used(new Day.On(LocalDate.of(2026, 1, 1))))).isEqualTo(Move.UNUSED_RIGHT);
  }

  @Test
  void usedLatelyItIsNot() {
    assertThat(move(used(new Day.On(LocalDate.of(2026, 10, 30))))).isEqualTo(Move.RIGHT);
  }

  @Test
  void whoeverDecidesReadsWhenItWasUsed() {
    assertThat(removal(facts).say()).endsWith("ManageUserDataAccess.");
    assertThat(removal(used(new Day.Never())).say()).endsWith(", whose services were never used.");
    assertThat(removal(used(new Day.On(LocalDate.of(2026, 10, 30)))).say())
        .endsWith(", whose services were last used on 2026-10-30.");
  }

  private Facts used(Day last) {
    Principal group =
        Principal.of(ONCALL, Principal.Kind.GROUP, HERE)
            .withUses(Lists.immutable.of(new Principal.Used("s3", last, HERE)));
    return facts.withPrincipals(facts.principals().newWith(group));
  }

  private static Move move(Facts facts) {
    return removal(facts).move();
  }

  private static Edit removal(Facts facts) {
    Finding finding = SmallWorld.findings(facts).detect(each -> each.id().equals("F-36013ebb6980"));
    return Edits.of(facts, finding, Costs.DEFAULT)
        .detect(edit -> edit.say().startsWith("Remove the statement"));
  }
}
