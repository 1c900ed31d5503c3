package dev.ambit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Framework;
import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Loading refuses an id that no list has; here is what it cannot know. */
class FrameworksTest {
  private static final Path RULES = Path.of("rules");
  private final Frameworks shipped = Frameworks.in(RULES);

  @Test
  void everyMappedRuleExistsAndEveryRuleIsMapped() {
    assertThat(shipped.rules())
        .containsExactlyElementsOf(RuleBook.in(RULES).rules().collect(Rule::id));
  }

  @Test
  void noRuleSpeaksToTheSameEntryTwice() {
    for (String rule : shipped.rules()) {
      assertThat(shipped.of(rule)).as(rule).doesNotHaveDuplicates();
    }
  }

  @Test
  void adviceIsAboutTrustAndNotAboutARogueAgent() {
    ImmutableList<Framework> advice = shipped.of("advice/reaches-access-changers");
    assertThat(advice)
        .contains(
            new Framework(
                "ASI09", "OWASP Agentic Applications 2026", "Human-Agent Trust Exploitation"));
    assertThat(advice.collect(Framework::id)).doesNotContain("ASI10");
  }

  @Test
  void aListSaysWhichEditionItIs() {
    for (String rule : shipped.rules()) {
      assertThat(shipped.of(rule).collect(Framework::list))
          .as(rule)
          .allMatch(list -> list.matches(".*[0-9].*"), "names a year or a version");
    }
  }
}
