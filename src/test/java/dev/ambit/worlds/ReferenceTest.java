package dev.ambit.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.rules.RuleBook;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fast paths say what the slow and obvious reference says, and are as severe. */
class ReferenceTest {
  private static final int WORLDS = Integer.getInteger("worlds", 250);

  @TempDir Path folder;

  @Test
  void dataThatLeavesIsWhatTheReferenceNames() {
    RuleBook rules = RuleBook.shipped().only("action/exposes-classified-data");
    int told = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      World world = RandomWorld.plain(seed);
      Map<String, Severity> slow = new Reference(world).exposures();
      assertThat(pairs(Scanned.by(rules, folder, world)))
          .as("world of seed %s", seed)
          .isEqualTo(slow);
      told += slow.size();
    }
    assertThat(told).as("the worlds are no quiet ones").isGreaterThan(WORLDS / 4);
  }

  @Test
  void whatAskersAreToldIsWhatTheReferenceNames() {
    RuleBook rules = RuleBook.shipped().only("deputy/invoker-below-agent");
    int told = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      World world = RandomWorld.plain(seed);
      Map<String, Severity> slow = new Reference(world).deputies();
      Map<String, Severity> fast = pairs(Scanned.by(rules, folder, world));
      assertThat(fast).as("world of seed %s", seed).isEqualTo(slow);
      told += slow.size();
    }
    assertThat(told).as("the worlds are no quiet ones").isGreaterThan(WORLDS / 4);
  }

  @Test
  void answersBeyondTheirReadersAreWhatTheReferenceNames() {
    RuleBook rules = RuleBook.shipped().only("advice/answers-beyond-reader-clearance");
    int told = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      World world = RandomWorld.plain(seed);
      Map<String, Severity> slow = new Reference(world).answers();
      assertThat(pairs(Scanned.by(rules, folder, world)))
          .as("world of seed %s", seed)
          .isEqualTo(slow);
      told += slow.size();
    }
    assertThat(told).as("the worlds are no quiet ones").isGreaterThan(WORLDS / 8);
  }

  @Test
  void advisedAccessChangersAreWhatTheReferenceNames() {
    RuleBook rules = RuleBook.shipped().only("advice/reaches-access-changers");
    int told = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      World world = RandomWorld.plain(seed);
      var slow = new Reference(world).advice();
      assertThat(pairs(Scanned.by(rules, folder, world)).keySet())
          .as("world of seed %s", seed)
          .isEqualTo(slow);
      told += slow.size();
    }
    assertThat(told).as("the worlds are no quiet ones").isGreaterThan(WORLDS / 25);
  }

  private static Map<String, Severity> pairs(AnalysisResult result) {
    Map<String, Severity> pairs = new TreeMap<>();
    for (Finding finding : result.findings()) {
      pairs.put(finding.subject() + " " + finding.object(), finding.severity());
    }
    return pairs;
  }
}
