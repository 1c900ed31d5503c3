package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Decides the condition to which service a role is passed, which every path of escalation knows
 * though no export does.
 */
record PassedTo(String service) {
  private static final String KEY = "iam:passedtoservice";

  static boolean isAskedBy(Statement statement) {
    return statement.conditions().anySatisfy(PassedTo::isIt);
  }

  private static boolean isIt(Condition condition) {
    return condition.key().toLowerCase(Locale.ROOT).equals(KEY);
  }

  /** The statement without that condition; empty if it does not speak of passing to the service. */
  Optional<Statement> decided(Statement s) {
    if (!isAskedBy(s)) {
      return Optional.of(s);
    }
    ImmutableList<Condition> asked = s.conditions().select(each -> isIt(each) && isDecidable(each));
    return asked.allSatisfy(this::holds)
        ? Optional.of(
            new Statement(
                s.id(),
                s.allow(),
                s.principals(),
                s.notPrincipals(),
                s.actions(),
                s.notActions(),
                s.resources(),
                s.notResources(),
                s.conditions().reject(asked::contains),
                s.origin()))
        : Optional.empty();
  }

  private static boolean isDecidable(Condition condition) {
    String operator = operator(condition);
    return operator.startsWith("String") && condition.values().noneSatisfy(v -> v.contains("${"));
  }

  private static String operator(Condition condition) {
    String operator = condition.operator();
    operator = operator.substring(operator.indexOf(':') + 1);
    return operator.endsWith("IfExists")
        ? operator.substring(0, operator.length() - "IfExists".length())
        : operator;
  }

  private boolean holds(Condition condition) {
    String operator = operator(condition);
    boolean like = operator.endsWith("Like");
    boolean listed =
        condition
            .values()
            .anySatisfy(
                each ->
                    like
                        ? Wildcards.covers(each, service)
                        : operator.endsWith("IgnoreCase")
                            ? each.equalsIgnoreCase(service)
                            : each.equals(service));
    return listed != operator.contains("Not");
  }
}
