package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Finds the patterns of statements that cover nothing known. */
final class OpenPatterns {
  private static final Verbs SEE = Verbs.of(Verb.DISCOVER);
  private static final Set<String> OF_PRINCIPALS = Set.of("iam", "sts");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  private final Accounts accounts;
  private final ActionTable actions = new ActionTable();
  private final TreeMap<String, Origin> patterns = new TreeMap<>();

  OpenPatterns(ImmutableList<Policy> policies) {
    accounts = new Accounts(policies);
    for (Policy policy : policies.select(each -> each.kind() == Policy.Kind.IDENTITY)) {
      for (Statement statement : policy.statements().select(Statement::allow)) {
        of(policy, statement)
            .forEach(each -> patterns.merge(each, statement.origin(), Accounts::earlier));
      }
    }
  }

  private ImmutableList<String> of(Policy policy, Statement statement) {
    if (!AccountAssets.isEverything(statement)) {
      ImmutableList<String> open =
          statement
              .resources()
              .collect(each -> ResourcePattern.of(VARIABLE.matcher(each).replaceAll("*")).asset())
              .select(OpenPatterns::isOpen);
      return open.isEmpty() || actions.verbs(actions.of(statement)).without(SEE).isEmpty()
          ? Lists.immutable.empty()
          : open;
    }
    // Any action on anything covers the account, and that is an asset always.
    return AccountAssets.isAnyAction(statement)
        ? Lists.immutable.empty()
        : services(statement, Subject.of(-1, policy.holder()));
  }

  private static boolean isOpen(String pattern) {
    return !Wildcards.isPlain(pattern)
        && NamedAssets.isAsset(pattern)
        && !pattern.contains(":iam:");
  }

  private ImmutableList<String> services(Statement statement, Subject holder) {
    TreeSet<String> services = new TreeSet<>();
    actions
        .of(statement)
        .forEach(
            action -> {
              Family family = actions.family(action);
              Verbs verbs = family.effects().verbs().without(SEE);
              if (!verbs.isEmpty() && !family.types().isEmpty()) {
                services.add(family.service());
              }
            });
    services.removeAll(OF_PRINCIPALS);
    return Lists.immutable
        .ofAll(services)
        .collect(service -> AccountAssets.ofService(holder.partition(), service, holder.account()));
  }

  /**
   * @param coversSomething is asked by several threads at once
   */
  ImmutableList<Asset> withoutCover(Predicate<String> coversSomething) {
    return Lists.immutable.ofAll(
        patterns.entrySet().parallelStream()
            .filter(each -> !coversSomething.test(each.getKey()))
            .map(each -> asset(each.getKey(), each.getValue()))
            .toList());
  }

  private Asset asset(String pattern, Origin origin) {
    String own = Accounts.rootOf(pattern);
    String only = accounts.roots().size() == 1 ? accounts.roots().keySet().iterator().next() : "";
    return accounts.asset(pattern, origin, Certainty.ASSUMED, own.isEmpty() ? only : own);
  }
}
