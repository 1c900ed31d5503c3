package dev.ambit.report;

import dev.ambit.model.AccessStatement;
import dev.ambit.model.AgentAccess;
import dev.ambit.model.AssetAccess;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What could be done and no longer can, so that nobody is surprised by a change. */
final class AccessLost {
  private AccessLost() {}

  /** A sentence for each, sorted. */
  static ImmutableList<String> between(AccessStatement before, AccessStatement after) {
    Set<String> lost = new TreeSet<>(sentences(before));
    lost.removeAll(sentences(after));
    return Lists.immutable.withAll(lost);
  }

  private static Set<String> sentences(AccessStatement statement) {
    Set<String> all = new TreeSet<>();
    statement.agents().forEach(agent -> ofAgent(all, agent));
    statement.assets().forEach(asset -> ofAsset(all, asset));
    return all;
  }

  private static void ofAgent(Set<String> all, AgentAccess agent) {
    String id = agent.agent();
    agent
        .deeds()
        .forEach(deed -> all.add(id + " can no longer " + deed.verb().word() + " " + deed.on()));
    agent.outlets().forEach(each -> all.add(id + " can no longer post to " + each.channel()));
    agent.askers().forEach(who -> all.add(who + " can no longer ask " + id));
    agent
        .feeders()
        .forEach(
            each ->
                all.add(
                    id
                        + " no longer sees what "
                        + each.who()
                        + " writes"
                        + (each.through().isEmpty() ? "" : " to " + each.through())));
    if (agent.answersAskers()) {
      all.add(id + " no longer answers the one who asks");
    }
  }

  private static void ofAsset(Set<String> all, AssetAccess asset) {
    asset.readBy().forEach(who -> all.add(who + " can no longer read " + asset.asset()));
    asset.changedBy().forEach(who -> all.add(who + " can no longer change " + asset.asset()));
  }
}
