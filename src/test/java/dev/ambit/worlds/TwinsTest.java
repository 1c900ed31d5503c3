package dev.ambit.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Path rules and their twins: plain SPARQL 1.1 with property paths over what the records say, and
 * nothing derived. Both name the same pairs, so the shape of a path is not hidden in Java.
 */
class TwinsTest {
  private static final int WORLDS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "action/exposes-classified-data, 5",
    "advice/reaches-access-changers, 1",
    "deputy/invoker-below-agent, 5",
    "escalation/can-share-data, 0",
    "oversight/destructive-ungated, 5",
  })
  void aRuleAndItsTwinNameTheSamePairs(String rule, int atLeast) throws IOException {
    RuleBook rules = RuleBook.shipped().only(rule);
    String twin = twin(rule);
    int told = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      World world = plainest(RandomWorld.plain(seed));
      Set<String> pairs = WorldAsGraph.pairs(world, twin);
      Set<String> found = new TreeSet<>();
      Scanned.by(rules, folder, world)
          .findings()
          .forEach(each -> found.add(each.subject() + " " + each.object()));
      assertThat(found).as("world of seed %s", seed).isEqualTo(pairs);
      told += pairs.size();
    }
    assertThat(told).as("the worlds are no quiet ones").isGreaterThan(atLeast);
  }

  /**
   * Without what would make a twin a second resolver: patterns, roles, tools that read, indexes.
   */
  private static World plainest(World world) {
    World plain =
        world
            .without("grants", each -> World.text(each, "on").endsWith("*"))
            .without("grants", each -> World.texts(each, "can").contains("assume"))
            .without(
                "grants",
                each -> each.containsKey("effect") && World.text(each, "on").startsWith("room-"));
    plain.all("agents").forEach(agent -> agent.remove("knowledge"));
    for (Map<String, Object> tool : plain.all("tools")) {
      tool.remove("uses");
      tool.put("effects", List.of("publish"));
      tool.put("on", List.of("room-1"));
    }
    return plain;
  }

  private static String twin(String rule) throws IOException {
    Path text = Path.of("src/test/resources/twins/" + rule.replace('/', '-') + ".rq");
    return Files.readString(Objects.requireNonNull(text), StandardCharsets.UTF_8);
  }
}
