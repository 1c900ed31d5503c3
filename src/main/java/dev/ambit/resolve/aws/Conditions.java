package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Condition;
import dev.ambit.resolve.aws.request.Holds;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Decides what can be decided offline of a condition block: who asks, and that it asks over TLS,
 * which every AWS client does. Everything else depends. Semantics: the IAM guide, "IAM JSON policy
 * elements: Condition operators".
 */
final class Conditions {
  private static final Set<String> ABOUT_PRINCIPAL =
      Set.of("aws:principalarn", "aws:principalaccount", "aws:username", "aws:principaltype");

  private Conditions() {}

  /** All conditions of a statement, for one principal. */
  static Holds decide(ImmutableList<Condition> conditions, Subject subject) {
    return conditions.injectInto(
        Holds.YES, (holds, condition) -> holds.and(decide(condition, subject)));
  }

  /** Whether the answer may differ from one principal of an account to the next. */
  static boolean arePersonal(ImmutableList<Condition> conditions) {
    return conditions.anySatisfy(each -> ABOUT_PRINCIPAL.contains(key(each)));
  }

  /** The conditions as a reader of the report sees them. */
  static String text(ImmutableList<Condition> conditions) {
    return conditions
        .collect(
            each -> each.key() + " " + each.operator() + " " + each.values().makeString(" or "))
        .makeString(" and ");
  }

  private static String key(Condition condition) {
    return condition.key().toLowerCase(Locale.ROOT);
  }

  private static Holds decide(Condition condition, Subject subject) {
    String key = key(condition);
    if (key.equals("aws:securetransport") && condition.operator().startsWith("Bool")) {
      return Holds.of(condition.values().anySatisfy("true"::equalsIgnoreCase));
    }
    if (!ABOUT_PRINCIPAL.contains(key)
        || !subject.isKnown()
        || condition.values().anySatisfy(value -> value.contains("${"))) {
      return Holds.DEPENDS;
    }
    return decide(condition, value(key, subject));
  }

  private static String value(String key, Subject subject) {
    return switch (key) {
      case "aws:principalarn" -> subject.arn();
      case "aws:principalaccount" -> subject.account();
      case "aws:username" -> subject.isUser() ? subject.name() : "";
      case "aws:principaltype" -> subject.isUser() ? "User" : "AssumedRole";
      default -> throw new IllegalStateException("a key of another kind: " + key);
    };
  }

  private static Holds decide(Condition condition, String value) {
    String operator = condition.operator();
    if (operator.endsWith("IfExists")) {
      operator = operator.substring(0, operator.length() - "IfExists".length());
      if (value.isEmpty()) {
        return Holds.YES;
      }
    }
    boolean listed =
        switch (operator) {
          case "StringEquals", "StringNotEquals" -> condition.values().contains(value);
          case "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase" ->
              condition.values().anySatisfy(value::equalsIgnoreCase);
          case "StringLike",
              "StringNotLike",
              "ArnLike",
              "ArnNotLike",
              "ArnEquals",
              "ArnNotEquals" ->
              condition.values().anySatisfy(pattern -> Wildcards.covers(pattern, value));
          default -> false;
        };
    return switch (operator) {
      case "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnLike", "ArnEquals" ->
          Holds.of(listed);
      case "StringNotEquals",
          "StringNotEqualsIgnoreCase",
          "StringNotLike",
          "ArnNotLike",
          "ArnNotEquals" ->
          Holds.of(!listed);
      default -> Holds.DEPENDS;
    };
  }
}
