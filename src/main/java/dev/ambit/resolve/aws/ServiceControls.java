package dev.ambit.resolve.aws;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * The service control policies that bind a principal. At each level, from the root of the
 * organisation down to the account, one statement must allow. They bind neither the management
 * account nor service-linked roles. Source: AWS Organizations user guide, "SCP evaluation".
 */
final class ServiceControls {
  private final Organisation organisation;
  private final UnifiedMap<String, MutableList<Policy>> byLevel = UnifiedMap.newMap();

  ServiceControls(ImmutableList<Policy> policies, Organisation organisation) {
    this.organisation = organisation;
    policies
        .select(each -> each.kind() == Policy.Kind.SERVICE_CONTROL)
        .forEach(each -> byLevel.getIfAbsentPut(each.holder(), Lists.mutable::empty).add(each));
  }

  ImmutableList<Statement> denies(Subject subject) {
    return levels(subject).flatCollect(each -> each.reject(Statement::allow));
  }

  /** For each level that does not allow everything, the statements by which it allows. */
  ImmutableList<ImmutableList<Statement>> limits(Subject subject) {
    return levels(subject)
        .collect(each -> each.select(Statement::allow))
        .reject(each -> each.anySatisfy(ServiceControls::isEverything));
  }

  private ImmutableList<ImmutableList<Statement>> levels(Subject subject) {
    if (byLevel.isEmpty()
        || subject.account().isEmpty()
        || subject.arn().contains(":role/aws-service-role/")
        || organisation.isManagement(subject.accountAsset())) {
      return Lists.immutable.empty();
    }
    return organisation
        .levels(subject.accountAsset())
        .select(byLevel::containsKey)
        .collect(level -> statements(level, subject));
  }

  private ImmutableList<Statement> statements(String level, Subject subject) {
    return byLevel
        .getIfAbsent(level, Lists.mutable::empty)
        .flatCollect(
            policy ->
                policy.statements().collect(each -> Variables.resolved(policy, each, subject)))
        .toImmutable();
  }

  private static boolean isEverything(Statement statement) {
    return statement.actions().contains("*")
        && statement.resources().contains("*")
        && statement.conditions().isEmpty();
  }
}
