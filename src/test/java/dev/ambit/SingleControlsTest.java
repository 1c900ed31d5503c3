package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.Stress.Opened;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.resolve.Resolver;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controls that fail in groups say the same as each by itself. */
class SingleControlsTest {
  private static final RuleBook RULES = RuleBook.shipped();
  private static final int IDLE = 30;

  @TempDir Path folder;
  private int judged;

  @BeforeEach
  void nothingIsJudgedYet() {
    judged = 0;
  }

  /** Two denies and a gate matter, thirty denies do not. */
  private Facts world() throws IOException {
    String denies =
        IntStream.range(0, IDLE)
            .mapToObj(
                i ->
                    "  - {id: idle-%d, who: hr, effect: deny, can: [delete], on: a}\n".formatted(i))
            .collect(Collectors.joining());
    String world =
        """
        ambit: 1
        closed: [principals, assets, channels, credentials, grants, agents, tools, gates]
        principals:
          - {id: staff, kind: group, clearance: internal, size: 300}
          - {id: hr, kind: group, clearance: restricted, size: 6}
          - {id: svc, kind: service}
        assets:
          - {id: a, level: restricted, readers: [hr]}
          - {id: b, level: restricted, readers: [hr]}
        channels:
          - {id: room, readers: [staff]}
        gates:
          - {id: sign, strength: resource, approvers: [hr], independent: true}
        tools:
          - {id: post, effects: [publish], on: [room]}
        agents:
          - {id: bot, identity: {mode: own, as: [svc]}, invokers: [hr], tools: [post]}
        grants:
          - {id: some, who: svc, can: [read], on: a, gate: sign}
          - {id: more, who: svc, can: [read], on: b}
          - {id: no-a, who: svc, effect: deny, can: [read], on: a}
          - {id: no-b, who: svc, effect: deny, can: [read], on: b}
        """;
    Path file = Files.writeString(folder.resolve("world.yaml"), world + denies);
    return Resolver.joined(Inbox.read(Lists.immutable.of(file), Connectors.ALL));
  }

  @Test
  void inGroupsTheSameOpensAsOneByOne() throws IOException {
    Facts facts = world();
    Map<String, ImmutableList<String>> alone = opened(facts, Integer.MAX_VALUE);
    assertThat(judged).isEqualTo(alone.size());
    judged = 0;
    assertThat(opened(facts, alone.size() - 1)).isEqualTo(alone);
    assertThat(judged).isLessThan(alone.size());
    assertThat(alone.get("deny no-b")).isNotEmpty();
  }

  @Test
  void whatIsNotTriedIsCounted() throws IOException {
    Facts facts = world();
    SingleControls few = SingleControls.of(facts, judge(facts), 2);
    assertThat(judged).isEqualTo(2);
    assertThat(few.tried().size() + few.left()).isEqualTo(IDLE + 3);
    assertThat(few.left()).isGreaterThan(IDLE / 2);
  }

  private Map<String, ImmutableList<String>> opened(Facts facts, int most) {
    Map<String, ImmutableList<String>> opened = new TreeMap<>();
    SingleControls.of(facts, judge(facts), most)
        .tried()
        .forEach(
            each ->
                opened.put(each.control().what(), each.opened().findings().collect(Finding::id)));
    return opened;
  }

  private Function<Facts, Opened> judge(Facts facts) {
    ImmutableList<String> before = serious(facts).collect(Finding::id);
    return changed -> {
      judged++;
      return new Opened(
          serious(changed).reject(each -> before.contains(each.id())), Maps.immutable.empty());
    };
  }

  private static ImmutableList<Finding> serious(Facts facts) {
    Options options =
        new Options(
            Lists.immutable.empty(),
            Lists.immutable.empty(),
            Severity.NONE,
            false,
            false,
            new AsOf.Asked(LocalDate.of(2026, 11, 1)));
    return Analysis.judge(facts, RULES, options)
        .findings()
        .select(finding -> finding.severity().atLeast(Severity.LOW));
  }
}
