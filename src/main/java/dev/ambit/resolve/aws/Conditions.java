package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Condition;
import dev.ambit.resolve.aws.request.CompiledCondition;
import dev.ambit.resolve.aws.request.Holds;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Decides what can be decided offline of a condition block: who asks, with which tags and of which
 * organisation, and that it asks over TLS, which every AWS client does. What it says of the
 * resource is for {@link ResourceConditions}; everything else depends. What an operator means
 * stands in {@link CompiledCondition}.
 */
final class Conditions {
  private static final Set<String> ABOUT_PRINCIPAL =
      Set.of("aws:principalarn", "aws:principalaccount", "aws:username", "aws:principaltype");

  /** What all principals of an account have in common. */
  private static final Set<String> ABOUT_ACCOUNT =
      Set.of(
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalisawsservice",
          "aws:principalservicename");

  private Conditions() {}

  /** All conditions of a statement, for one principal. */
  static Holds decide(ImmutableList<Condition> conditions, Subject subject) {
    return conditions.injectInto(
        Holds.YES, (holds, condition) -> holds.and(decide(condition, subject)));
  }

  /** Whether the answer may differ from one principal of an account to the next. */
  static boolean arePersonal(ImmutableList<Condition> conditions) {
    return conditions.anySatisfy(each -> isPersonal(key(each)));
  }

  private static boolean isPersonal(String key) {
    return ABOUT_PRINCIPAL.contains(key) || key.startsWith("aws:principaltag/");
  }

  /** Whether they say who asks, be it by the organisation of its account. */
  static boolean areAboutPrincipals(ImmutableList<Condition> conditions) {
    return conditions.anySatisfy(
        each -> isPersonal(key(each)) || ABOUT_ACCOUNT.contains(key(each)));
  }

  /** The conditions as a reader of the report sees them. */
  static String text(ImmutableList<Condition> conditions) {
    return conditions
        .collect(
            each ->
                each.key()
                    + " "
                    + each.operator()
                    + " "
                    + each.values().collect(Wildcards::written).makeString(" or "))
        .makeString(" and ");
  }

  private static String key(Condition condition) {
    return condition.key().toLowerCase(Locale.ROOT);
  }

  /** One condition, for one principal. */
  static Holds decide(Condition condition, Subject subject) {
    String key = key(condition);
    // What nobody can know is most of it, and costs nothing to tell apart.
    boolean isToldBySubject =
        isPersonal(key) || ABOUT_ACCOUNT.contains(key) || key.equals("aws:securetransport");
    return isToldBySubject && condition.values().noneSatisfy(value -> value.contains("${"))
        ? CompiledCondition.of(condition, false).holds(subject.context())
        : Holds.DEPENDS;
  }
}
