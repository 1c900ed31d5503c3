package dev.ambit.resolve.aws;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The policies that are attached to one principal or group. */
final class Held {
  static final Held NOTHING = new Held();

  private final MutableList<Policy> identity = Lists.mutable.empty();
  private final MutableList<Policy> boundary = Lists.mutable.empty();

  void add(Policy policy) {
    (policy.kind() == Policy.Kind.BOUNDARY ? boundary : identity).add(policy);
  }

  boolean hasBoundary() {
    return boundary.notEmpty();
  }

  /** ARNs of the attached policies that the account itself can change. */
  ImmutableList<String> ownPolicies() {
    return identity
        .collect(Policy::id)
        .select(each -> each.contains(":policy/") && !each.contains(":iam::aws:"))
        .toImmutable();
  }

  /** Statements by which identity policies allow. */
  ImmutableList<Statement> allows(Subject subject) {
    return statements(identity, subject).select(Statement::allow);
  }

  /** Statements by which the boundary allows. */
  ImmutableList<Statement> limits(Subject subject) {
    return statements(boundary, subject).select(Statement::allow);
  }

  ImmutableList<Statement> denies(Subject subject) {
    return statements(identity, subject)
        .newWithAll(statements(boundary, subject))
        .reject(Statement::allow);
  }

  private static ImmutableList<Statement> statements(
      MutableList<Policy> policies, Subject subject) {
    return policies
        .flatCollect(
            policy ->
                policy
                    .statements()
                    .collect(statement -> Variables.resolved(policy, statement, subject)))
        .toImmutable();
  }

  /** Whether what it gives may differ from one principal to the next. */
  boolean isPersonal() {
    return identity.anySatisfy(Held::isPersonal) || boundary.anySatisfy(Held::isPersonal);
  }

  private static boolean isPersonal(Policy policy) {
    return policy.statements().anySatisfy(Held::isPersonal);
  }

  static boolean isPersonal(Statement statement) {
    return Variables.areIn(statement) || Conditions.arePersonal(statement.conditions());
  }
}
