package dev.ambit.resolve.aws;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import dev.ambit.resolve.aws.request.Services;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * The denies of resource control policies, each with the accounts whose resources it guards. What
 * such a policy allows is of no interest: one that allows everything hangs everywhere and cannot be
 * taken away. Not bound are the management account, and services that do not support them.
 */
final class ResourceControls {
  private static final ImmutableList<String> SERVICES = Services.boundByResourceControl();

  private final IdentityHashMap<Statement, NodeSet> guarded = new IdentityHashMap<>();
  private final ImmutableList<Statement> denies;

  ResourceControls(ImmutableList<Policy> policies, Organisation organisation, Names names) {
    UnifiedMap<Statement, Statement> bound = UnifiedMap.newMap();
    policies
        .select(each -> each.kind() == Policy.Kind.RESOURCE_CONTROL)
        .forEach(
            policy -> {
              NodeSet accounts =
                  organisation
                      .boundAccounts(policy.holder())
                      .collect(account -> inAccount(account, names))
                      .injectInto(NodeSets.NONE, NodeSets::union);
              policy
                  .statements()
                  .reject(Statement::allow)
                  .collect(each -> Variables.readable(policy, each))
                  .forEach(
                      each -> {
                        Statement deny = bound.getIfAbsentPutWithKey(each, ResourceControls::bound);
                        guarded.merge(deny, accounts, NodeSets::union);
                      });
            });
    denies = Lists.immutable.ofAll(bound.values());
  }

  private static NodeSet inAccount(String root, Names names) {
    String number = root.split(":", -1)[4];
    return NodeSets.union(names.matching(root), names.matching("arn:*:*:*:" + number + ":*"));
  }

  /** The statement for the actions of the services that obey. */
  private static Statement bound(Statement s) {
    ImmutableList<String> actions =
        s.actions()
            .flatCollect(
                each ->
                    each.equals("*")
                        ? SERVICES.collect(service -> service + ":*")
                        : Lists.immutable.of(each).select(ResourceControls::obeys));
    ImmutableList<String> spared =
        s.notActions().isEmpty()
            ? s.notActions()
            : s.notActions()
                .newWithAll(
                    ActionLines.BY_SERVICE
                        .keysView()
                        .reject(SERVICES::contains)
                        .collect(service -> service + ":*"));
    return new Statement(
        s.id(),
        false,
        s.principals(),
        s.notPrincipals(),
        actions,
        spared,
        s.resources(),
        s.notResources(),
        s.conditions(),
        s.origin());
  }

  private static boolean obeys(String action) {
    int colon = action.indexOf(':');
    String service = colon < 0 ? action : action.substring(0, colon);
    return SERVICES.anySatisfy(each -> Wildcards.covers(service.toLowerCase(Locale.ROOT), each));
  }

  /** In no particular order; whoever asks, they deny. */
  ImmutableList<Statement> denies() {
    return denies;
  }

  /** The only nodes that such a deny speaks of; empty for a statement that is none of these. */
  Optional<NodeSet> guardedBy(Statement deny) {
    return Optional.ofNullable(guarded.get(deny));
  }
}
