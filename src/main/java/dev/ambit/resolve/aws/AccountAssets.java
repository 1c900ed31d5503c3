package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.Holds;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * What an account holds besides resources of known types: the account itself, what an inventory
 * puts into it, and the one asset that stands for a service of which no resource is known.
 */
final class AccountAssets {
  private final Names names;
  private final ActionTable actions;
  private final Organisation organisation;
  private final UnifiedMap<String, NodeSet> untyped = UnifiedMap.newMap();

  AccountAssets(Names names, ActionTable actions, Organisation organisation) {
    this.organisation = organisation;
    this.names = names;
    this.actions = actions;
  }

  /**
   * The asset that stands for all of a service where none of its resources is known, so that a
   * right on {@code *} does not vanish.
   */
  static String ofService(String partition, String service, String account) {
    return service.equals("s3")
        ? "arn:" + partition + ":s3:::*"
        : "arn:" + partition + ":" + service + ":*:" + account + ":*";
  }

  /**
   * All that opens to whoever changes access there: the account, or every account of its
   * organisation. Only the management account and those it delegates to are heard about others, so
   * an account of which that is not known opens nothing by it.
   */
  NodeSet opened(Effects.Changes changes, Subject subject) {
    String account = subject.accountAsset();
    return switch (changes) {
      case NOTHING -> NodeSets.NONE;
      case ACCOUNT -> names.matching(account);
      case ORGANISATION ->
          organisation.isHeard(account)
              ? names.matching(organisation.levels(account).getFirst())
              : NodeSets.NONE;
    };
  }

  /** The nodes of a region; of a wide one where none is known, what stands for the service. */
  NodeSet nodes(Region region, Family family, Subject subject) {
    NodeSet known = region.nodes(names);
    if (!known.isEmpty() || !isEverything(region.resource().asset())) {
      return known;
    }
    int all =
        names.nodes().number(ofService(subject.partition(), family.service(), subject.account()));
    return all < 0 ? NodeSets.NONE : NodeSets.of(all);
  }

  /**
   * Adds what an administrator's statement (any action, or all but some, on everything) gives on
   * the account and on what it holds without a type of AWS: each verb of which some action is left.
   */
  void rest(Statement allow, Subject subject, Layers layers, String on, Gathered gathered) {
    if (!isAnyAction(allow) || !isEverything(allow) || subject.account().isEmpty()) {
      return;
    }
    ActionSet left = actions.of(allow);
    for (Statement deny : layers.denies()) {
      if (isEverything(deny) && Conditions.decide(deny.conditions(), subject) == Holds.YES) {
        left = left.minus(actions.of(deny));
      }
    }
    Verbs verbs = actions.verbs(left).without(Verbs.of(Verb.ASSUME, Verb.SHARE));
    for (var layer : layers.limits()) {
      verbs =
          verbs.and(
              layer
                  .select(AccountAssets::isEverything)
                  .injectInto(
                      Verbs.NONE, (all, limit) -> all.or(actions.verbs(actions.of(limit)))));
    }
    gathered.add(
        verbs,
        untyped.getIfAbsentPutWithKey(subject.accountAsset(), root -> untyped(root, subject)),
        on,
        Certainty.OBSERVED,
        false);
  }

  private NodeSet untyped(String root, Subject subject) {
    NodeSet left = names.matching(root);
    UnifiedMap<String, String> types = UnifiedMap.newMap();
    actions
        .matching(Lists.immutable.of("*"))
        .forEach(
            action -> {
              Family family = actions.family(action);
              if (!family.effects().equals(Effects.NONE)) {
                family.types().forEach(type -> types.put(type, type));
              }
            });
    for (String type : types) {
      String pattern = "arn:" + subject.partition() + ":" + type.replace("@", subject.account());
      left = NodeSets.minus(left, names.matching(ResourcePattern.of(pattern).asset()));
    }
    return left;
  }

  private static boolean isEverything(String pattern) {
    return pattern.equals("*") || (pattern.endsWith(":*") && pattern.split(":", -1).length == 3);
  }

  static boolean isAnyAction(Statement statement) {
    return statement.actions().contains("*") || !statement.notActions().isEmpty();
  }

  static boolean isEverything(Statement statement) {
    return statement.resources().contains("*") || !statement.notResources().isEmpty();
  }
}
