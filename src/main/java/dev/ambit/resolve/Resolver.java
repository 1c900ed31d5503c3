package dev.ambit.resolve;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Fact;
import dev.ambit.model.Facts;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.resolve.aws.AwsDecisions;
import dev.ambit.resolve.aws.AwsResources;
import dev.ambit.resolve.aws.PermissionSets;
import java.time.LocalDate;
import java.util.Comparator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what was said to who can do what. */
public final class Resolver {
  private static final Comparator<Right> ORDER =
      Comparator.comparingInt(Right::holder)
          .thenComparing(Right::grant)
          .thenComparing(Right::origin)
          .thenComparing(right -> right.verbs().bits());

  private static final Logger log = LoggerFactory.getLogger(Resolver.class);

  private Resolver() {}

  /** All rights as of the day {@code at}. */
  public static AccessMap resolve(Facts given, LocalDate at) {
    Facts facts = PermissionSets.settled(given);
    Canon canon = new Canon(facts);
    Undeclared.Completed complete = complete(facts, canon);
    Facts all = withUncovered(complete.facts(), canon);
    Nodes nodes = Dictionary.of(all, complete.names());
    Names names = names(all, nodes, canon);
    ImmutableList<Right> rights =
        PlainRights.of(all, names, at)
            .newWithAll(AwsDecisions.rights(all.policies(), all.principals(), all.assets(), names))
            .toSortedList(ORDER)
            .toImmutable();
    if (log.isInfoEnabled()) {
      log.info(
          "resolved: names {}, rights {}, each right on each of its targets {}",
          nodes.count(),
          rights.size(),
          rights.sumOfInt(right -> right.targets().size()));
    }
    int statements = (int) all.policies().sumOfInt(policy -> policy.statements().size());
    return new AccessMap(
        all.withPolicies(Lists.immutable.empty()),
        nodes,
        Ranks.of(all, nodes),
        rights,
        covered(all, names),
        complete.names(),
        statements,
        at);
  }

  private static Undeclared.Completed complete(Facts facts, Canon canon) {
    return Undeclared.complete(Joining.join(withNamedByPolicies(facts), canon));
  }

  /** Everything that is said of one thing in one place, what only policies name included. */
  public static Facts joined(Facts given) {
    Facts facts = PermissionSets.settled(given);
    return complete(facts, new Canon(facts)).facts();
  }

  /** The buckets, services and accounts that nothing but a policy speaks of. */
  private static Facts withNamedByPolicies(Facts facts) {
    return facts.with(
        b ->
            b.assets(facts.assets().newWithAll(AwsResources.named(facts.policies())))
                .principals(
                    facts
                        .principals()
                        .newWithAll(AwsResources.principals(facts.policies(), facts.assets()))));
  }

  private static ImmutableMap<String, NodeSet> covered(Facts facts, Names names) {
    FastList<String> asked = FastList.newList();
    facts.tools().forEach(tool -> asked.addAllIterable(tool.on().ids()));
    for (Agent agent : facts.agents()) {
      agent.knowledge().forEach(known -> asked.add(known.asset().id()));
      asked.addAllIterable(agent.inputs().ids());
      asked.addAllIterable(agent.triggers().ids());
      agent.workspace().value().ifPresent(ref -> asked.add(ref.id()));
      agent.budget().forEach(need -> asked.add(need.on().id()));
    }
    UnifiedMap<String, NodeSet> covered = UnifiedMap.newMap();
    asked.forEach(on -> covered.getIfAbsentPutWithKey(on, names::matching));
    return covered.toImmutable();
  }

  /** A right must not vanish because nobody listed what it is on: the pattern stands for it. */
  private static Facts withUncovered(Facts facts, Canon canon) {
    Names names = names(facts, Dictionary.of(facts, Lists.immutable.empty()), canon);
    FastList<Ref> patterns = FastList.newList();
    facts.grants().forEach(grant -> patterns.add(grant.on()));
    facts.tools().forEach(tool -> patterns.addAllIterable(tool.on().all()));
    TreeSortedMap<String, Asset> made = TreeSortedMap.newMap();
    for (Ref on : patterns) {
      if (on.id().endsWith("*") && !names.coverSomething(on.id())) {
        made.putIfAbsent(on.id(), Asset.of(on.id(), on.origin()).withCertainty(Certainty.ASSUMED));
      }
    }
    AwsResources.patternsWithoutCover(facts.policies(), names::coverSomething)
        .collect(canon::of)
        .forEach(asset -> made.putIfAbsent(asset.id(), asset));
    return made.isEmpty()
        ? facts
        : facts.withAssets(
            facts.assets().newWithAll(made.values()).toSortedListBy(Fact::id).toImmutable());
  }

  private static Names names(Facts facts, Nodes nodes, Canon canon) {
    Names.Builder names = new Names.Builder(nodes);
    canon.aliases().forEach(names::alias);
    facts
        .assets()
        .forEach(asset -> asset.in().all().forEach(box -> names.contains(box.id(), asset.id())));
    return names.build();
  }
}
