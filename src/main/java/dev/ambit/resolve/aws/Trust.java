package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.Holds;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.primitive.MutableIntSet;
import org.eclipse.collections.impl.factory.primitive.IntSets;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;

/**
 * Which roles agree to be assumed by whom. Statements that name the same principal under the same
 * conditions are one group with a set of roles, so that a thousand roles which trust their account
 * cost as much as one.
 */
final class Trust {
  private final TreeSortedMap<String, MutableList<Group>> byPrincipal = TreeSortedMap.newMap();
  private final NodeSet told;

  private static final class Group {
    private final Statement statement;
    private final MutableIntSet found = IntSets.mutable.empty();
    private NodeSet roles = NodeSets.NONE;

    Group(Statement statement) {
      this.statement = statement;
    }
  }

  Trust(ImmutableList<Guarded> guarded, Names names) {
    UnifiedMap<String, Group> groups = UnifiedMap.newMap();
    MutableIntSet all = IntSets.mutable.empty();
    for (Guarded each : guarded.select(Guarded::isTrust)) {
      int role = names.node(each.resource());
      if (role < 0) {
        continue;
      }
      all.add(role);
      if (each.statement().allow()) {
        for (String principal : each.statement().principals()) {
          String key = principal + "\n" + each.statement().conditions();
          Group group = groups.getIfAbsentPut(key, () -> group(principal, each.statement()));
          group.found.add(role);
        }
      }
    }
    groups.forEach(group -> group.roles = NodeSets.of(group.found));
    told = NodeSets.of(all);
  }

  private Group group(String principal, Statement statement) {
    Group group = new Group(statement);
    String key = Named.isAnyone(principal) ? "*" : Named.node(principal);
    byPrincipal.getIfAbsentPut(key, Lists.mutable::empty).add(group);
    return group;
  }

  /**
   * What is left of the permission to assume some roles when their trust policies are asked. A role
   * whose trust policy is not in the input is assumed to agree.
   */
  ImmutableList<Outcome> agreed(Outcome asked, Subject subject) {
    Gathered gathered = new Gathered();
    Lists.immutable
        .of(subject.arn(), sessionName(subject), subject.accountAsset(), "*")
        .distinct()
        .flatCollect(name -> byPrincipal.getIfAbsent(name, Lists.mutable::empty))
        .forEach(group -> agree(asked, group, subject, gathered));
    gathered.add(
        asked.verbs(),
        NodeSets.minus(asked.targets(), told),
        asked.dependsOn(),
        Certainty.ASSUMED,
        false);
    return gathered.outcomes();
  }

  private static void agree(Outcome asked, Group group, Subject subject, Gathered gathered) {
    ImmutableList<Condition> conditions = Variables.resolved(group.statement.conditions(), subject);
    Holds holds = Conditions.decide(conditions, subject);
    if (holds == Holds.NO) {
      return;
    }
    String text = holds == Holds.YES ? "" : Conditions.text(conditions);
    gathered.add(
        asked.verbs(),
        NodeSets.select(asked.targets(), group.roles::has),
        asked.dependsOn().isEmpty() || text.isEmpty()
            ? asked.dependsOn() + text
            : asked.dependsOn() + " and " + text,
        asked.certainty(),
        false);
  }

  /** Its name where a policy names a session of it: without the path. */
  private static String sessionName(Subject subject) {
    return subject.isRole()
        ? "arn:" + subject.partition() + ":iam::" + subject.account() + ":role/" + subject.name()
        : subject.arn();
  }
}
