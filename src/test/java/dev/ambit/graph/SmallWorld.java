package dev.ambit.graph;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Audience;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Crossing;
import dev.ambit.model.Crossings;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Fact;
import dev.ambit.model.Facts;
import dev.ambit.model.Gap;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Judged;
import dev.ambit.model.Levels;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Ranking;
import dev.ambit.model.Reach;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;

/** A world of a few nodes, as resolve and trace would hand it over, put together by hand. */
public final class SmallWorld {
  public static final Origin HERE = new Origin("agents.yaml", 1, "");

  private Facts facts = Facts.NONE;
  private final SortedMap<String, Nodes.Kind> kinds = new TreeMap<>();
  private final List<String[]> pairs = new ArrayList<>();
  private final List<Crossing> crossings = new ArrayList<>();
  private final List<Right> rights = new ArrayList<>();
  private final List<Judged> judged = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  /** An origin at a line of the one file of this world. */
  public static Origin line(int line) {
    return new Origin("agents.yaml", line, "/" + line);
  }

  public SmallWorld agent(Agent agent) {
    facts = facts.with(all -> all.agents(sorted(facts.agents().newWith(agent))));
    return named(agent.id(), Nodes.Kind.AGENT);
  }

  public SmallWorld asset(String id, String level) {
    Asset asset = Asset.of(id, line(7)).with(all -> all.levels(Lists.immutable.of(level(level))));
    facts = facts.with(all -> all.assets(sorted(facts.assets().newWith(asset))));
    return named(id, Nodes.Kind.ASSET);
  }

  public SmallWorld channel(Channel channel) {
    facts = facts.with(all -> all.channels(sorted(facts.channels().newWith(channel))));
    return named(channel.id(), Nodes.Kind.CHANNEL);
  }

  public SmallWorld tool(Tool tool) {
    facts = facts.with(all -> all.tools(sorted(facts.tools().newWith(tool))));
    return named(tool.id(), Nodes.Kind.TOOL);
  }

  public SmallWorld named(String id, Nodes.Kind kind) {
    kinds.put(id, kind);
    return this;
  }

  public SmallWorld right(Right right) {
    rights.add(right);
    return this;
  }

  public SmallWorld gap(Gap gap) {
    gaps.add(gap);
    return this;
  }

  public SmallWorld holds(Reach.Relation relation, String subject, String object) {
    pairs.add(new String[] {relation.name(), subject, object});
    return this;
  }

  public SmallWorld crossing(Crossing crossing) {
    crossings.add(crossing);
    return this;
  }

  /** An action crossing by a path of one hop for each of {@code hops}. */
  public static Crossing action(
      String agent, String asset, String through, Severity severity, Heads uncleared, int hops) {
    ImmutableList<Hop> path =
        Lists.immutable.fromStream(
            IntStream.range(0, hops)
                .mapToObj(
                    hop ->
                        new Hop(
                            agent,
                            Hop.Kind.PUBLISHES,
                            through,
                            "its tool publishes there",
                            line(20 + hop),
                            Certainty.DECLARED)));
    return new Crossing(
        Crossing.Kind.ACTION,
        Crossing.Route.PUBLISH,
        agent,
        asset,
        through,
        Verb.READ,
        "",
        "restricted",
        severity,
        new Audience(uncleared, uncleared, Lists.immutable.of("staff"), Lists.immutable.empty()),
        0,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        new ExposurePath(path, severity));
  }

  public static Crossing gated(Crossing plain, GateUse... gates) {
    return new Crossing(
        plain.kind(),
        plain.route(),
        plain.agent(),
        plain.asset(),
        plain.through(),
        plain.verb(),
        plain.by(),
        plain.level(),
        plain.severity(),
        plain.audience(),
        plain.tier(),
        Lists.immutable.of(gates),
        plain.bypassed(),
        plain.path());
  }

  public AccessGraph graph() {
    Crossings crossings = crossings();
    return AccessGraph.of(
        access(),
        reach(),
        crossings,
        crossings,
        Lists.immutable.withAll(judged),
        Lists.immutable.withAll(gaps));
  }

  public AccessMap access() {
    return new AccessMap(
        facts,
        new Nodes(kinds.keySet().toArray(String[]::new), kinds.values().toArray(Nodes.Kind[]::new)),
        new Ranking(kinds.keySet().stream().mapToInt(this::rank).toArray()),
        Lists.immutable.withAll(rights),
        Maps.immutable.empty(),
        Lists.immutable.empty(),
        0,
        LocalDate.of(2026, 11, 1));
  }

  private int rank(String id) {
    return facts
        .assets()
        .detectOptional(asset -> asset.id().equals(id))
        .map(asset -> Levels.DEFAULT.rank(asset.levels().getFirst().said()).orElseThrow())
        .orElse(Ranking.UNKNOWN);
  }

  /** The crossings added so far. */
  public Crossings crossings() {
    return new ListedCrossings(Lists.immutable.withAll(crossings).toImmutableSortedList());
  }

  public Reach reach() {
    return new ListedReach(List.copyOf(pairs));
  }

  private static Said.Value<String> level(String level) {
    return new Said.Value<>(level, HERE);
  }

  private static <T extends Fact> ImmutableList<T> sorted(ImmutableList<T> facts) {
    return facts.toImmutableSortedListBy(Fact::id);
  }

  private record ListedCrossings(ImmutableList<Crossing> all) implements Crossings {
    @Override
    public ImmutableList<Crossing> of(String agent) {
      return all.select(crossing -> crossing.agent().equals(agent));
    }

    @Override
    public Severity worst(String agent) {
      return of(agent).collect(Crossing::severity).maxOptional().orElse(Severity.NONE);
    }
  }

  private record ListedReach(List<String[]> pairs) implements Reach {
    @Override
    public ImmutableList<String> subjects(Relation relation) {
      return sorted(relation, "", 1, 2);
    }

    @Override
    public ImmutableList<String> objects(Relation relation, String subject) {
      return sorted(relation, subject, 2, 1);
    }

    @Override
    public ImmutableList<String> subjects(Relation relation, String object) {
      return sorted(relation, object, 1, 2);
    }

    @Override
    public boolean holds(Relation relation, String subject, String object) {
      return objects(relation, subject).contains(object);
    }

    private ImmutableList<String> sorted(Relation relation, String wanted, int give, int match) {
      TreeSet<String> found = new TreeSet<>();
      for (String[] pair : pairs) {
        boolean matches = wanted.isEmpty() || pair[match].equals(wanted);
        Collections.addAll(
            found,
            pair[0].equals(relation.name()) && matches ? new String[] {pair[give]} : new String[0]);
      }
      return Lists.immutable.withAll(found);
    }
  }
}
