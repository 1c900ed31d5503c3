package dev.ambit.resolve.aws;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Puts the asking principal into the <code>${…}</code> of resources. What the input does not tell
 * stands for anything and makes the statement depend on it; what a principal cannot have (a role a
 * user name) makes the resource match nothing. Policies of version 2008-10-17 have no variables.
 */
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^},]*)[^}]*}");

  private Variables() {}

  static boolean areIn(Statement statement) {
    return statement.resources().anySatisfy(each -> each.contains("${"))
        || statement.notResources().anySatisfy(each -> each.contains("${"));
  }

  /** The statement as it is for {@code subject}. */
  static Statement resolved(Policy policy, Statement statement, Subject subject) {
    if (!areIn(statement) || policy.version().equals("2008-10-17")) {
      return statement;
    }
    MutableList<String> unknown = Lists.mutable.empty();
    ImmutableList<String> resources = resolved(statement.resources(), subject, unknown);
    ImmutableList<String> notResources = resolved(statement.notResources(), subject, unknown);
    return new Statement(
        statement.id(),
        statement.allow(),
        statement.principals(),
        statement.notPrincipals(),
        statement.actions(),
        statement.notActions(),
        resources,
        notResources,
        statement.conditions().newWithAll(unknown.distinct().collect(Variables::isInTheResource)),
        statement.origin());
  }

  private static Condition isInTheResource(String variable) {
    return new Condition("equals", variable, Lists.immutable.of("its value in the resource"));
  }

  private static ImmutableList<String> resolved(
      ImmutableList<String> resources, Subject subject, MutableList<String> unknown) {
    return resources.flatCollect(
        each ->
            resolved(each, subject, unknown)
                .map(Lists.immutable::of)
                .orElseGet(Lists.immutable::empty));
  }

  private static Optional<String> resolved(
      String resource, Subject subject, MutableList<String> unknown) {
    Matcher variables = VARIABLE.matcher(resource);
    StringBuilder resolved = new StringBuilder();
    while (variables.find()) {
      Optional<String> value = value(variables.group(1).strip(), subject, unknown);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      variables.appendReplacement(resolved, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(variables.appendTail(resolved).toString());
  }

  private static Optional<String> value(
      String variable, Subject subject, MutableList<String> unknown) {
    String key = variable.toLowerCase(Locale.ROOT);
    if (key.equals("*") || key.equals("?") || key.equals("$")) {
      return Optional.of(variable);
    }
    if (subject.isKnown() && key.equals("aws:username")) {
      return subject.isUser() ? Optional.of(subject.name()) : Optional.empty();
    }
    if (subject.isKnown() && key.equals("aws:principalaccount")) {
      return Optional.of(subject.account());
    }
    unknown.add(variable);
    return Optional.of("*");
  }
}
