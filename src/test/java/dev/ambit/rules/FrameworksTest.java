package dev.ambit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Framework;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
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
  void aListSaysOfWhichYearItIs() {
    for (String rule : shipped.rules()) {
      assertThat(shipped.of(rule).collect(Framework::list))
          .as(rule)
          .allMatch(list -> list.matches(".*\\b20[0-9]{2}\\b.*"), "names its year");
    }
  }

  @Test
  void everyListIsSpokenTo() {
    Set<String> lists = new TreeSet<>();
    for (String rule : shipped.rules()) {
      lists.addAll(shipped.of(rule).collect(Framework::list).castToList());
    }
    assertThat(lists)
        .containsExactly(
            "CWE 4.16 (2024)",
            "EU AI Act (Regulation (EU) 2024/1689)",
            "ISO/IEC 42001:2023 Annex A",
            "MITRE ATLAS 5.6.1 (2026)",
            "NIST SP 800-53 Revision 5 (2020)",
            "OWASP Agentic Applications 2026",
            "OWASP LLM Top 10 2025",
            "OWASP LLM Top 10 2026",
            "OWASP MCP Top 10 2025 (beta)",
            "OWASP Non-Human Identities 2025");
  }

  @Test
  void theSameNumberOfAnotherYearIsAnotherEntry() {
    assertThat(shipped.of("escalation/can-share-data").collect(Framework::title))
        .as("LLM06:2025 became LLM03:2026")
        .filteredOn("Excessive Agency"::equals)
        .hasSize(2);
    assertThat(shipped.of("escalation/taints-release-path").collect(Framework::id))
        .as("LLM03 was Supply Chain in 2025")
        .contains("LLM03:2025", "LLM04:2026")
        .doesNotContain("LLM03:2026");
  }
}
