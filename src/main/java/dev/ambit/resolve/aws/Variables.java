package dev.ambit.resolve.aws;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.ConditionOperator;
import dev.ambit.model.request.ConditionOperator.Comparison;
import dev.ambit.resolve.aws.request.Context;
import dev.ambit.resolve.aws.request.Template;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Puts the asking principal into the <code>${…}</code> of resources and conditions. What the input
 * does not tell stands for anything and makes the statement depend on it; what a principal cannot
 * have (a role a user name) makes the resource match nothing. Policies of version 2008-10-17 have
 * no variables.
 */
final class Variables {
  private Variables() {}

  static boolean areIn(Statement statement) {
    return areIn(statement.resources())
        || areIn(statement.notResources())
        || statement.conditions().anySatisfy(each -> areIn(each.values()));
  }

  static boolean areIn(Condition condition) {
    return areIn(condition.values());
  }

  private static boolean areIn(ImmutableList<String> texts) {
    return texts.anySatisfy(each -> each.contains("${"));
  }

  /** The statement as it is for {@code subject}. */
  static Statement resolved(Policy policy, Statement statement, Subject subject) {
    return resolved(readable(policy, statement), subject);
  }

  /** The statement with variables only where its policy's version has them. */
  static Statement readable(Policy policy, Statement statement) {
    return policy.version().equals("2008-10-17") && areIn(statement)
        ? with(
            statement,
            statement.resources().collect(Wildcards::withoutVariables),
            statement.notResources().collect(Wildcards::withoutVariables),
            statement
                .conditions()
                .collect(
                    each ->
                        new Condition(
                            each.operator(),
                            each.key(),
                            each.values().collect(Wildcards::withoutVariables))))
        : statement;
  }

  /** The same for a statement of which it is known that it may have variables. */
  static Statement resolved(Statement statement, Subject subject) {
    if (!areIn(statement)) {
      return statement;
    }
    MutableList<String> unknown = Lists.mutable.empty();
    return with(
        statement,
        resolved(statement.resources(), subject, unknown),
        resolved(statement.notResources(), subject, unknown),
        resolved(statement.conditions(), subject)
            .newWithAll(unknown.distinct().collect(Variables::isInTheResource)));
  }

  /** Conditions as they are for {@code subject}; what it does not tell of itself stays. */
  static ImmutableList<Condition> resolved(ImmutableList<Condition> conditions, Subject subject) {
    return conditions.anySatisfy(each -> areIn(each.values()))
        ? conditions.collect(each -> resolved(each, subject.context()))
        : conditions;
  }

  private static Statement with(
      Statement statement,
      ImmutableList<String> resources,
      ImmutableList<String> notResources,
      ImmutableList<Condition> conditions) {
    return new Statement(
        statement.id(),
        statement.allow(),
        statement.principals(),
        statement.notPrincipals(),
        statement.actions(),
        statement.notActions(),
        resources,
        notResources,
        conditions,
        statement.origin());
  }

  private static Condition resolved(Condition condition, Context context) {
    Optional<ConditionOperator> operator = ConditionOperator.of(condition.operator());
    boolean takesVariables = operator.isPresent() && operator.get().comparison().takesVariables();
    return takesVariables && areIn(condition.values())
        ? new Condition(
            condition.operator(),
            condition.key(),
            condition
                .values()
                .collect(each -> resolved(each, operator.get().comparison(), context)))
        : condition;
  }

  /** A value with something that the input does not tell stays as it is: nobody decides it then. */
  private static String resolved(String value, Comparison comparison, Context context) {
    Template template = Template.of(value, true);
    String without = comparison.isNegated() ? value : Wildcards.OF_NOTHING;
    return template.isOpen(context) ? value : template.pattern(context).orElse(without);
  }

  private static Condition isInTheResource(String variable) {
    return new Condition("equals", variable, Lists.immutable.of("its value in the resource"));
  }

  private static ImmutableList<String> resolved(
      ImmutableList<String> resources, Subject subject, MutableList<String> unknown) {
    Context context = subject.context();
    return resources
        .collect(each -> Template.of(each, true))
        .flatCollect(
            template -> {
              if (template.isOpen(context)) {
                unknown.addAllIterable(template.openKeys(context));
                return Lists.immutable.of(template.widest(context));
              }
              return template
                  .pattern(context)
                  .map(Lists.immutable::of)
                  .orElseGet(Lists.immutable::empty);
            });
  }
}
