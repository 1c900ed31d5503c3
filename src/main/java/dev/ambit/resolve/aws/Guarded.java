package dev.ambit.resolve.aws;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.aws.request.Wildcards;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A statement that stands on a resource (a bucket, a role), with that resource written into it.
 *
 * @param resource the ARN it guards
 * @param statement as it is for someone of whom nothing is known
 * @param written with its variables
 * @param hasVariables whether it may be another statement for one principal than for the next
 */
record Guarded(
    String resource,
    Policy.Kind kind,
    Statement statement,
    Statement written,
    boolean hasVariables) {
  private static final Subject NOBODY = Subject.of(-1, "");

  boolean isTrust() {
    return kind == Policy.Kind.TRUST;
  }

  /** Whether it is a grant of a key, which needs nobody else's word. */
  boolean isGrant() {
    return kind == Policy.Kind.GRANT;
  }

  /** Every statement of every resource and trust policy, in their order. */
  static ImmutableList<Guarded> all(ImmutableList<Policy> policies) {
    return policies
        .select(each -> each.kind() == Policy.Kind.TRUST || each.kind().isOnResource())
        .flatCollect(policy -> policy.statements().collect(statement -> of(policy, statement)));
  }

  private static Guarded of(Policy policy, Statement statement) {
    Statement written = Variables.readable(policy, statement);
    boolean isTrust = policy.kind() == Policy.Kind.TRUST;
    String resource = policy.holder();
    return new Guarded(
        resource,
        policy.kind(),
        on(resource, isTrust, Variables.resolved(written, NOBODY)),
        written,
        Variables.areIn(written));
  }

  /** As it is for {@code subject}. */
  Statement statement(Subject subject) {
    return hasVariables ? on(resource, isTrust(), Variables.resolved(written, subject)) : statement;
  }

  private static Statement on(String resource, boolean isTrust, Statement statement) {
    if (isTrust) {
      return on(statement, Lists.immutable.of(resource), Lists.immutable.empty());
    }
    return on(
        statement,
        statement.notResources().isEmpty()
            ? statement.resources().flatCollect(each -> within(resource, each))
            : Lists.immutable.of(resource, resource + "/*"),
        statement.notResources());
  }

  /** A resource of the statement as far as it is the guarded one: the policy speaks of no other. */
  private static ImmutableList<String> within(String guarded, String written) {
    ResourcePattern pattern = ResourcePattern.of(written);
    if (!Wildcards.covers(pattern.asset(), guarded)) {
      return Lists.immutable.empty();
    }
    if (!pattern.part().isEmpty()) {
      return Lists.immutable.of(guarded + "/" + pattern.part());
    }
    return pattern.asset().endsWith("*")
        ? Lists.immutable.of(guarded, guarded + "/*")
        : Lists.immutable.of(guarded);
  }

  private static Statement on(
      Statement statement, ImmutableList<String> resources, ImmutableList<String> notResources) {
    return new Statement(
        statement.id(),
        statement.allow(),
        statement.principals(),
        statement.notPrincipals(),
        statement.actions(),
        statement.notActions(),
        resources,
        notResources,
        statement.conditions(),
        statement.origin());
  }
}
