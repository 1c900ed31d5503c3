package dev.ambit.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.rules.RuleBook;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be changed in a world without changing what is found in it, and what can only help. */
class MetamorphicTest {
  private static final int WORLDS = 60;
  private static final RuleBook RULES = RuleBook.shipped();

  @TempDir Path folder;

  @Test
  void splitShuffledAndRenamedWorldsAreTheSameWorld() {
    for (long seed = 1; seed <= WORLDS; seed++) {
      World world = RandomWorld.any(seed);
      Random random = new Random(seed);
      World other = world.renamed().shuffled(random);
      Set<String> renamed = new TreeSet<>();
      Scanned.by(RULES, folder, world)
          .findings()
          .forEach(
              each ->
                  renamed.add(
                      each.rule()
                          + " "
                          + renamed(each.subject())
                          + " "
                          + renamed(each.object())
                          + " "
                          + each.severity()
                          + " "
                          + each.severityBest()));
      AnalysisResult split = Scanned.by(RULES, folder, other.yamlOfSeveral(3, random));
      assertThat(told(split)).as("world of seed %s", seed).isEqualTo(renamed);
    }
  }

  @Test
  void anAgentThatNobodyKnowsChangesNothingForTheOthers() {
    for (long seed = 1; seed <= WORLDS; seed++) {
      World world = RandomWorld.any(seed);
      Map<String, Object> stranger = new LinkedHashMap<>();
      stranger.put("id", "stranger");
      stranger.put("invokers", List.of());
      stranger.put("tools", List.of());
      Set<String> before = told(Scanned.by(RULES, folder, world));
      Set<String> after = told(Scanned.by(RULES, folder, world.with("agents", stranger)));
      after.removeIf(line -> line.contains(" stranger "));
      assertThat(after).as("world of seed %s", seed).isEqualTo(before);
    }
  }

  @Test
  void takingAnAllowFromAgentsNeverOpensAPath() {
    RuleBook rules = RULES.only("action/exposes-classified-data");
    for (long seed = 1; seed <= 5 * WORLDS; seed++) {
      World world = RandomWorld.plain(seed);
      // A right of people is their need to know: without it they are no longer cleared.
      World less =
          world.without(
              "grants",
              each ->
                  World.text(each, "who").startsWith("service-") && !each.containsKey("effect"));
      assertThat(pairs(Scanned.by(rules, folder, world)))
          .as("world of seed %s", seed)
          .containsAll(pairs(Scanned.by(rules, folder, less)));
    }
  }

  @Test
  void aDenyForAnAgentNeverOpensAPath() {
    RuleBook rules = RULES.only("action/exposes-classified-data");
    for (long seed = 1; seed <= 5 * WORLDS; seed++) {
      World world = RandomWorld.plain(seed);
      Map<String, Object> deny = new LinkedHashMap<>();
      deny.put("id", "no");
      deny.put("who", "service-1");
      deny.put("can", List.of("*"));
      deny.put("on", "store-1");
      deny.put("effect", "deny");
      assertThat(pairs(Scanned.by(rules, folder, world)))
          .as("world of seed %s", seed)
          .containsAll(pairs(Scanned.by(rules, folder, world.with("grants", deny))));
    }
  }

  private static String renamed(String id) {
    return Stream.of(id.split("/", -1)).map(World::renamed).collect(Collectors.joining("/"));
  }

  private static Set<String> pairs(AnalysisResult result) {
    Set<String> pairs = new TreeSet<>();
    result.findings().forEach(each -> pairs.add(each.subject() + " " + each.object()));
    return pairs;
  }

  private static Set<String> told(AnalysisResult result) {
    Set<String> told = new TreeSet<>();
    result
        .findings()
        .forEach(
            each ->
                told.add(
                    each.rule()
                        + " "
                        + each.subject()
                        + " "
                        + each.object()
                        + " "
                        + each.severity()
                        + " "
                        + each.severityBest()));
    return told;
  }
}
