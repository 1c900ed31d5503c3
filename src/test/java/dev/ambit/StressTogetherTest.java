package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Agent;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.model.Stressed;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Agents that are supposed together open what each opens by itself. */
class StressTogetherTest {
  @TestFactory
  Stream<DynamicTest> togetherOpensWhatEachOpensByItself() throws IOException {
    return ScenarioTest.stories().stream()
        .map(
            story ->
                DynamicTest.dynamicTest(
                    story.getFileName().toString(), () -> assertSame(story.resolve("input"))));
  }

  private static void assertSame(Path input) {
    RuleBook rules = RuleBook.shipped();
    Options options =
        new Options(
            Lists.immutable.of(input),
            Lists.immutable.empty(),
            Severity.NONE,
            false,
            false,
            new AsOf.Asked(LocalDate.of(2026, 11, 1)));
    Facts facts = Resolver.joined(Inbox.read(options.inputs(), Connectors.ALL));
    if (facts.agents().size() < 2 || facts.agents().size() > 12) {
      return; // one by one takes too long, and one agent has nobody to be with
    }
    ImmutableList<Finding> before = Analysis.judge(facts, rules, options).findings();
    ImmutableList<Stressed> together = ofAgents(facts, before, rules, options, "");
    assertThat(together).isNotEmpty();
    for (Agent agent : facts.agents()) {
      assertThat(together.select(row -> row.agent().equals(agent.id())))
          .isEqualTo(ofAgents(facts, before, rules, options, agent.id()));
    }
  }

  /** Controls are the same in both, so there is no need to judge them. */
  private static ImmutableList<Stressed> ofAgents(
      Facts facts, ImmutableList<Finding> before, RuleBook rules, Options options, String agent) {
    return Stress.of(facts, before, rules, options, id -> agent.isEmpty() || id.equals(agent))
        .rows()
        .reject(row -> row.agent().isEmpty());
  }
}
