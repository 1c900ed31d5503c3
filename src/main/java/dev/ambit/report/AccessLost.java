package dev.ambit.report;

import dev.ambit.model.AccessMap;
import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.Nodes;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
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
  public static ImmutableList<String> between(AccessMap before, AccessMap after) {
    Map<String, MutableList<Right>> now = new HashMap<>();
    for (Right right : after.rights().reject(Right::deny)) {
      now.computeIfAbsent(after.nodes().id(right.holder()), holder -> FastList.newList())
          .add(right);
    }
    Map<String, Set<String>> lost = new TreeMap<>();
    for (Right right : before.rights().reject(Right::deny)) {
      String holder = before.nodes().id(right.holder());
      MutableList<Right> left = now.getOrDefault(holder, FastList.newList());
      if (before.nodes().kind(right.holder()) == Nodes.Kind.PRINCIPAL
          && left.noneSatisfy(each -> isSame(each, right))) {
        for (Verb verb : right.verbs().all()) {
          lost.computeIfAbsent(
                  holder + " can no longer " + Wording.deed(verb) + " ", key -> new TreeSet<>())
              .addAll(lost(right, before, left.select(each -> each.verbs().has(verb)), after));
        }
      }
    }
    return sentences(lost);
  }

  private static boolean isSame(Right one, Right other) {
    return one.grant().equals(other.grant())
        && one.verbs().equals(other.verbs())
        && one.pattern().equals(other.pattern())
        && one.targets().size() == other.targets().size();
  }

  /** What the right covered and none of those that are left does. */
  private static FastList<String> lost(
      Right right, AccessMap before, MutableList<Right> left, AccessMap after) {
    FastList<String> lost = FastList.newList();
    right
        .targets()
        .forEach(
            node -> {
              String thing = before.nodes().id(node);
              boolean still =
                  after.nodes().has(thing)
                      && left.anySatisfy(each -> each.targets().has(after.nodes().number(thing)));
              if (!still) {
                lost.add(thing);
              }
            });
    return lost;
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
