package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.rules.ExampleFile;
import dev.ambit.rules.Mutant;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** A piece of a rule that no example shows the need of is explained, or it is a hole. */
class MutantsTest {
  private static final Path RULES = Path.of("rules");

  /** How many are killed today; raise it with every example that kills more. */
  private static final int FLOOR = 279;

  private final RuleBook rules = RuleBook.in(RULES);
  private final ImmutableList<RuleExample> examples =
      ExampleFile.in(RULES).flatCollect(RuleExamples::in);

  @Test
  void everyMutantIsKilledOrExplained() throws IOException {
    ImmutableList<Mutant> all = rules.rules().flatCollect(rule -> rules.mutants(rule.id()));
    ImmutableList<Mutant> survivors =
        rules.rules().flatCollect(rule -> survivors(rule.id())).toImmutableSortedList();
    List<String> explained = explained();
    assertThat(survivors.collect(MutantsTest::key).reject(explained::contains))
        .as("not in the table of rules/README.md")
        .isEmpty();
    assertThat(all.size() - survivors.size()).as("killed").isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void anExampleNoticesThatTheHeartOfItsRuleIsGone() {
    ImmutableList<Mutant> mutants = rules.mutants("oversight/owner-missing");
    assertThat(mutants.collect(Mutant::dropped))
        .contains("FILTER NOT EXISTS { ?subject amb:answerable ?owner }");
    assertThat(mutants.collect(Mutant::line).castToList()).isSorted();
    assertThat(survivors("oversight/owner-missing")).isEmpty();
  }

  @Test
  void aRuleThatIsNotThereHasNoMutants() {
    assertThat(rules.mutants("oversight/nothing")).isEmpty();
  }

  private ImmutableList<Mutant> survivors(String rule) {
    ImmutableList<ExampleWorld> worlds =
        examples.select(each -> each.rule().equals(rule)).collect(ExampleWorld::of);
    return rules.mutants(rule).reject(mutant -> worlds.anySatisfy(world -> world.notices(mutant)));
  }

  private static String key(Mutant mutant) {
    return mutant.rule() + " `" + mutant.dropped() + "`";
  }

  /** Lines {@code | rule | `piece` | reason |}; a stroke in a piece is written with a backslash. */
  private static List<String> explained() throws IOException {
    String table = Files.readString(RULES.resolve("README.md")).split("## Mutants\n", 2)[1];
    return table
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| rule"))
        .map(line -> line.split("(?<!\\\\)\\|"))
        .filter(cells -> cells.length == 4 && !cells[3].isBlank())
        .map(cells -> cells[1].strip() + " " + cells[2].strip().replace("\\|", "|"))
        .toList();
  }
}
