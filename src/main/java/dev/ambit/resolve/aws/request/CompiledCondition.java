package dev.ambit.resolve.aws.request;

import dev.ambit.model.Policy.Condition;
import dev.ambit.model.request.ConditionOperator;
import dev.ambit.model.request.ConditionOperator.Comparison;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One operator with one key, ready to be put to many requests. Source: the IAM guide, "IAM JSON
 * policy elements: Condition operators" and "Set operators for multivalued context keys".
 */
public final class CompiledCondition {
  private final Condition written;
  private final String key;
  private final Optional<ConditionOperator> operator;
  private final ImmutableList<Predicate<String>> constants;
  private final ImmutableList<Template> templates;
  private final boolean isReadable;

  private CompiledCondition(
      Condition written,
      Optional<ConditionOperator> operator,
      ImmutableList<Predicate<String>> constants,
      ImmutableList<Template> templates,
      boolean isReadable) {
    this.isReadable = isReadable;
    this.written = written;
    this.key = written.key().toLowerCase(Locale.ROOT);
    this.operator = operator;
    this.constants = constants;
    this.templates = templates;
  }

  /**
   * Ready for use.
   *
   * @param hasVariables whether the policy's version has variables
   */
  public static CompiledCondition of(Condition written, boolean hasVariables) {
    Optional<ConditionOperator> operator = ConditionOperator.of(written.operator());
    if (operator.isEmpty() || operator.get().comparison() == Comparison.NULL) {
      return new CompiledCondition(
          written, operator, Lists.immutable.empty(), Lists.immutable.empty(), true);
    }
    Comparison comparison = operator.get().comparison();
    boolean mayVary = hasVariables && comparison.takesVariables();
    var all = written.values().collect(each -> Template.of(each, mayVary));
    var patterns = all.select(Template::isConstant).collect(Template::constant);
    return new CompiledCondition(
        written,
        operator,
        patterns.collect(each -> Comparisons.with(comparison, each)),
        all.reject(Template::isConstant),
        patterns.allSatisfy(each -> Comparisons.canRead(comparison, each)));
  }

  /** As the policy has it. */
  public Condition written() {
    return written;
  }

  /** The context keys it asks for, as written. */
  ImmutableList<String> keys() {
    return Lists.immutable.of(written.key()).newWithAll(templates.flatCollect(Template::keys));
  }

  /** Whether it holds; an operator that AWS does not know depends. */
  public Holds holds(Context context) {
    if (operator.isEmpty() || !context.isKnown(key)) {
      return Holds.DEPENDS;
    }
    ConditionOperator by = operator.get();
    ImmutableList<String> values = context.values(key);
    if (by.comparison() == Comparison.NULL) {
      String expected = values.isEmpty() ? "true" : "false";
      return Holds.of(written.values().anySatisfy(expected::equalsIgnoreCase));
    }
    if (values.isEmpty()) {
      return Holds.of(
          by.ifExists()
              || switch (by.quantifier()) {
                case NONE -> by.comparison().isNegated();
                case FOR_ALL_VALUES -> true;
                case FOR_ANY_VALUE -> false;
              });
    }
    return tested(by, values, context);
  }

  private Holds tested(ConditionOperator by, ImmutableList<String> values, Context context) {
    boolean isNullSet = values.size() == 1 && values.get(0).isEmpty();
    return switch (by.quantifier()) {
      case FOR_ALL_VALUES ->
          isNullSet
              ? Holds.YES
              : values.injectInto(
                  Holds.YES, (holds, value) -> holds.and(ofOne(by.comparison(), value, context)));
      case FOR_ANY_VALUE ->
          isNullSet
              ? Holds.NO
              : values.injectInto(
                  Holds.NO, (holds, value) -> holds.or(ofOne(by.comparison(), value, context)));
      case NONE ->
          // A key with many values must be asked with a set operator.
          values.size() == 1 && !context.isMany(key)
              ? ofOne(by.comparison(), values.get(0), context)
              : Holds.NO;
    };
  }

  /** What cannot be read does not match, and a negation of it does not either. */
  private Holds ofOne(Comparison comparison, String value, Context context) {
    if (!comparison.isNegated()) {
      return listed(comparison, value, context);
    }
    boolean canTell =
        isReadable
            && Comparisons.canRead(comparison, value)
            && templates.allSatisfy(each -> canRead(each, comparison, context));
    return canTell ? listed(comparison, value, context).not() : Holds.NO;
  }

  private static boolean canRead(Template template, Comparison comparison, Context context) {
    return template.isOpen(context)
        || template
            .pattern(context)
            .filter(pattern -> Comparisons.canRead(comparison, pattern))
            .isPresent();
  }

  private Holds listed(Comparison comparison, String value, Context context) {
    for (int i = 0; i < constants.size(); i++) {
      if (constants.get(i).test(value)) {
        return Holds.YES;
      }
    }
    Holds listed = Holds.NO;
    for (int i = 0; i < templates.size(); i++) {
      listed = listed.or(ofTemplate(templates.get(i), comparison, value, context));
    }
    return listed;
  }

  private static Holds ofTemplate(
      Template template, Comparison comparison, String value, Context context) {
    if (template.isOpen(context)) {
      return Holds.DEPENDS;
    }
    return Holds.of(
        template
            .pattern(context)
            .filter(pattern -> Comparisons.with(comparison, pattern).test(value))
            .isPresent());
  }
}
