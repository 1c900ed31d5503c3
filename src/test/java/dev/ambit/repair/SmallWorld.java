package dev.ambit.repair;

import dev.ambit.Analysis;
import dev.ambit.AsOf;
import dev.ambit.Options;
import dev.ambit.connect.Connectors;
import dev.ambit.connect.Inbox;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A world of two agents at most, made by chance: the same seed, the same world. */
record SmallWorld(Facts facts) {
  static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final RuleBook RULES = RuleBook.shipped();
  private static final List<String> LEVELS = List.of("internal", "confidential", "restricted");

  static SmallWorld of(long seed, Path folder) {
    try {
      Path file = Files.writeString(folder.resolve("world.yaml"), text(new Random(seed)));
      return new SmallWorld(Inbox.read(Lists.immutable.of(file), Connectors.ALL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Random random) {
    String assets =
        lines(2, i -> "{id: asset" + i + ", level: " + one(random, LEVELS) + ", readers: [hr]}");
    String channels =
        lines(
            2, i -> "{id: room" + i + ", readers: [" + one(random, List.of("staff", "hr")) + "]}");
    String grants =
        lines(
            3,
            i ->
                "{who: svc"
                    + random.nextInt(2)
                    + ", can: ["
                    + one(random, List.of("read", "read", "read, write", "delete", "share"))
                    + "], on: asset"
                    + random.nextInt(2)
                    + (random.nextInt(3) == 0 ? ", lastUsed: never" : "")
                    + ", id: grant"
                    + i
                    + "}");
    String agents =
        lines(
            1 + random.nextInt(2),
            i ->
                "{id: bot%d, owner: lead, identity: {mode: own, as: [svc%d]}, invokers: [%s], "
                        .formatted(i, i, one(random, List.of("hr", "staff")))
                    + "authentication: required, repliesTo: [%s], tools: [post%d], "
                        .formatted(one(random, List.of("requester", "room0")), random.nextInt(2))
                    + "runs: attended, stage: live, labelled: true, memory: {scope: none}, "
                    + "audit: {log: log, attributable: true, retentionDays: 365}, stop: remote}");
    return """
        ambit: 1
        asOf: 2026-11-01
        closed: [principals, assets, channels, credentials, grants, agents, tools, gates]
        principals:
          - {id: staff, kind: group, clearance: internal, size: 30}
          - {id: hr, kind: group, clearance: restricted, size: 6}
          - {id: lead, kind: person, memberOf: [hr]}
          - {id: svc0, kind: service}
          - {id: svc1, kind: service}
        gates:
          - {id: sign, strength: resource, approvers: [hr], independent: true}
        tools:
          - {id: post0, effects: [publish], on: [room0]}
          - {id: post1, effects: [publish], on: [room0, room1]}
        assets:
          - {id: log, level: restricted, readers: [hr], recoverable: true}
        """
        + assets
        + "channels:\n"
        + channels
        + "grants:\n"
        + grants
        + "agents:\n"
        + agents;
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count)
        .mapToObj(i -> "  - " + line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  private static String one(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  ImmutableList<Finding> findings() {
    return findings(facts);
  }

  ImmutableList<Finding> targets() {
    return findings().select(finding -> finding.severity().atLeast(Severity.LOW));
  }

  static ImmutableList<Finding> findings(Facts facts) {
    Options options =
        new Options(
            Lists.immutable.empty(),
            Lists.immutable.empty(),
            Severity.NONE,
            false,
            false,
            new AsOf.Asked(DAY));
    return Analysis.judge(facts, RULES, options).findings();
  }

  /** The second scan, by the whole line. */
  static SecondScan scan() {
    return new SecondScan() {
      @Override
      public Losses losses(Facts before) {
        return changed -> Lists.immutable.empty();
      }

      @Override
      public ImmutableList<String> rules() {
        return RULES.rules().collect(Rule::id);
      }

      @Override
      public Answers of(Facts changed) {
        ImmutableList<Finding> all = findings(changed);
        return new Answers() {
          @Override
          public Optional<ImmutableList<Finding>> by(String rule) {
            return Optional.of(all.select(finding -> finding.rule().equals(rule)));
          }

          @Override
          public Standing standing() {
            throw new AssertionError("nobody asks what is lost");
          }
        };
      }
    };
  }
}
