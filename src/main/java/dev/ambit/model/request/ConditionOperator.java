package dev.ambit.model.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An operator of a condition block, taken apart: {@code ForAnyValue:StringLikeIfExists}. Names are
 * compared in small letters. Source: the IAM guide, "IAM JSON policy elements: Condition
 * operators".
 */
public record ConditionOperator(Quantifier quantifier, Comparison comparison, boolean ifExists) {

  /** How the values of a key that has many are put to the test. */
  public enum Quantifier {
    NONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  /** What is compared, and whether the list of values then says what must not be. */
  public enum Comparison {
    STRING_EQUALS(false),
    STRING_NOT_EQUALS(true),
    STRING_EQUALS_IGNORE_CASE(false),
    STRING_NOT_EQUALS_IGNORE_CASE(true),
    STRING_LIKE(false),
    STRING_NOT_LIKE(true),
    NUMERIC_EQUALS(false),
    NUMERIC_NOT_EQUALS(true),
    NUMERIC_LESS_THAN(false),
    NUMERIC_LESS_THAN_EQUALS(false),
    NUMERIC_GREATER_THAN(false),
    NUMERIC_GREATER_THAN_EQUALS(false),
    DATE_EQUALS(false),
    DATE_NOT_EQUALS(true),
    DATE_LESS_THAN(false),
    DATE_LESS_THAN_EQUALS(false),
    DATE_GREATER_THAN(false),
    DATE_GREATER_THAN_EQUALS(false),
    BOOL(false),
    BINARY_EQUALS(false),
    IP_ADDRESS(false),
    NOT_IP_ADDRESS(true),
    ARN_EQUALS(false),
    ARN_LIKE(false),
    ARN_NOT_EQUALS(true),
    ARN_NOT_LIKE(true),
    NULL(false);

    private static final Map<String, Comparison> BY_NAME =
        Arrays.stream(values())
            .collect(
                Collectors.toMap(
                    each -> each.name().replace("_", "").toLowerCase(Locale.ROOT),
                    Function.identity()));

    private final boolean isNegated;

    Comparison(boolean isNegated) {
      this.isNegated = isNegated;
    }

    /** Whether it holds where no listed value matches; and so where the key is missing. */
    public boolean isNegated() {
      return isNegated;
    }

    /** Whether values may hold variables: those that compare text or ARNs. */
    public boolean takesVariables() {
      return name().startsWith("STRING") || name().startsWith("ARN");
    }
  }

  /** Empty if AWS knows no such operator. */
  public static Optional<ConditionOperator> of(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    Quantifier quantifier = Quantifier.NONE;
    if (name.startsWith("forallvalues:")) {
      quantifier = Quantifier.FOR_ALL_VALUES;
    } else if (name.startsWith("foranyvalue:")) {
      quantifier = Quantifier.FOR_ANY_VALUE;
    }
    name = name.substring(name.indexOf(':') + 1);
    boolean ifExists = name.endsWith("ifexists");
    Comparison comparison =
        Comparison.BY_NAME.get(
            ifExists ? name.substring(0, name.length() - "ifexists".length()) : name);
    if (comparison == null || (quantifier == Quantifier.NONE && written.indexOf(':') >= 0)) {
      return Optional.empty();
    }
    boolean isPlain = !ifExists && quantifier == Quantifier.NONE;
    return comparison == Comparison.NULL && !isPlain
        ? Optional.empty()
        : Optional.of(new ConditionOperator(quantifier, comparison, ifExists));
  }
}
