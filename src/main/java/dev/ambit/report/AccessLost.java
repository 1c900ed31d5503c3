package dev.ambit.report;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.NoLonger;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** What could be done and no longer can, so that nobody is surprised by a change. */
public final class AccessLost {
  /** So many things are named where somebody loses more. */
  private static final int NAMED = 3;

  private AccessLost() {}

  /** A sentence for each of what agents can do, and who can use them, sorted. */
  public static ImmutableList<String> between(AccessStatement before, AccessStatement after) {
    Map<String, Set<String>> lost = things(before);
    things(after)
        .forEach((what, things) -> lost.getOrDefault(what, new TreeSet<>()).removeAll(things));
    return sentences(lost);
  }

  private static ImmutableList<String> sentences(Map<String, Set<String>> lost) {
    FastList<String> said = FastList.newList();
    lost.forEach(
        (what, things) -> {
          if (!things.isEmpty()) {
            said.add(what + Listed.of(Lists.immutable.withAll(things), NAMED));
          }
        });
    return said.toImmutable();
  }

  /** A sentence for each principal and verb that lost something, sorted. */
  public static ImmutableList<String> said(ImmutableList<NoLonger> lost) {
    Map<String, Set<String>> all = new TreeMap<>();
    lost.forEach(
        each ->
            all.computeIfAbsent(
                    each.who() + " can no longer " + Wording.deed(each.verb()) + " ",
                    key -> new TreeSet<>())
                .addAll(each.things().castToList()));
    return sentences(all);
  }

  /** What can be done, begun as a sentence of its end, with the things it is done to. */
  private static Map<String, Set<String>> things(AccessStatement statement) {
    Map<String, Set<String>> all = new TreeMap<>();
    statement.agents().forEach(agent -> ofAgent(all, agent));
    Set<String> told = new TreeSet<>();
    statement
        .agents()
        .select(agent -> agent.deedsTotal() <= agent.deeds().size())
        .forEach(agent -> told.add(agent.agent()));
    statement.assets().forEach(asset -> ofAsset(all, asset, told));
    return all;
  }

  private static void ofAgent(Map<String, Set<String>> all, AgentAccess agent) {
    String id = agent.agent();
    agent
        .deeds()
        .forEach(
            deed -> add(all, id + " can no longer " + Wording.deed(deed.verb()) + " ", deed.on()));
    agent.outlets().forEach(each -> add(all, id + " can no longer post to ", each.channel()));
    agent.askers().forEach(who -> add(all, who + " can no longer ask ", id));
    agent
        .feeders()
        .forEach(
            each ->
                add(
                    all,
                    id + " no longer sees what ",
                    each.who()
                        + " writes"
                        + (each.through().isEmpty() ? "" : " to " + each.through())));
    if (agent.answersAskers()) {
      add(all, id + " no longer answers ", "the one who asks");
    }
  }

  /** What is not told of the agents themselves, whose list may be cut. */
  private static void ofAsset(Map<String, Set<String>> all, AssetAccess asset, Set<String> told) {
    asset
        .readBy()
        .reject(told::contains)
        .forEach(who -> add(all, who + " can no longer read ", asset.asset()));
    asset
        .changedBy()
        .reject(told::contains)
        .forEach(who -> add(all, who + " can no longer change ", asset.asset()));
  }

  private static void add(Map<String, Set<String>> all, String what, String thing) {
    all.computeIfAbsent(what, key -> new TreeSet<>()).add(thing);
  }
}
