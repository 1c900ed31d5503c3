package dev.ambit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The table of rules is what their headers say; {@code -Dexpected=write} rewrites it. */
class RulesReadmeTest {
  private static final Path RULES = Path.of("rules");
  private static final Path README = RULES.resolve("README.md");
  private static final String BEGIN = "<!-- rules: rewritten by -Dexpected=write -->\n";
  private static final String END = "<!-- end of rules -->\n";

  private final ImmutableList<Rule> rules = RuleBook.in(RULES).rules();

  @Test
  void theTableNamesEveryRuleAsItsHeaderDoes() throws IOException {
    String text = Files.readString(README);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(begin).as("both marks stand there, in this order").isBetween(BEGIN.length(), end);
    if ("write".equals(System.getProperty("expected"))) {
      Files.writeString(README, text.substring(0, begin) + table() + text.substring(end));
    }
    String written = Files.readString(README);
    assertThat(written.substring(begin, written.indexOf(END))).isEqualTo(table());
  }

  @Test
  void theRecipeHasTenLines() throws IOException {
    String recipe =
        Files.readString(README).split("## Adding a rule\n\n", 2)[1].split("\n\n", 2)[0];
    assertThat(recipe.lines()).hasSize(10).allMatch(line -> line.matches("\\d+\\. .*"));
  }

  private String table() {
    return "| rule | finds | severity |\n|---|---|---|\n"
        + rules.collect(RulesReadmeTest::line).makeString("");
  }

  private static String line(Rule rule) {
    return "| [%s](%s.rq) | %s | %s |\n"
        .formatted(rule.id(), rule.id(), rule.title(), rule.severityWord());
  }
}
