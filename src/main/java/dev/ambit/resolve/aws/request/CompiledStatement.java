package dev.ambit.resolve.aws.request;

import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** A statement, ready to be put to many requests. */
public final class CompiledStatement {
  private final Statement written;
  private final String[] actions;
  private final boolean allActionsBut;
  private final CompiledResources resources;
  private final CompiledPrincipals principals;
  private final ImmutableList<CompiledCondition> conditions;

  private final boolean isGrant;

  private CompiledStatement(
      Statement written, boolean hasVariables, ShortArns shortArns, boolean isGrant) {
    this.written = written;
    this.isGrant = isGrant;
    this.allActionsBut = written.notActions().notEmpty();
    this.actions =
        (allActionsBut ? written.notActions() : written.actions())
            .collect(each -> each.toLowerCase(Locale.ROOT))
            .toArray(new String[0]);
    this.resources = CompiledResources.of(written, hasVariables, shortArns);
    this.principals = CompiledPrincipals.of(written);
    this.conditions =
        written.conditions().collect(each -> CompiledCondition.of(each, hasVariables));
  }

  /**
   * The statements of a policy.
   *
   * @param shortArns what AWS makes of an ARN with too few parts where the policy stands
   */
  static ImmutableList<CompiledStatement> of(Policy policy, ShortArns shortArns) {
    boolean isGrant = policy.kind() == Policy.Kind.GRANT;
    boolean hasVariables = policy.version().equals("2012-10-17");
    return policy
        .statements()
        .collect(each -> new CompiledStatement(each, hasVariables, shortArns, isGrant));
  }

  /** As the policy has it. */
  public Statement written() {
    return written;
  }

  /** Whether it says for whom it is; on a resource one that does not is for nobody. */
  boolean namesSomebody() {
    return !principals.isEmpty();
  }

  /** Whether it is a grant of a key. */
  boolean isGrant() {
    return isGrant;
  }

  boolean allows() {
    return written.allow();
  }

  /** The context keys that it asks for, as written. */
  ImmutableList<String> contextKeys() {
    return conditions.flatCollect(CompiledCondition::keys).newWithAll(resources.keys());
  }

  /** Patterns of the resources it names; empty for all but some. */
  ImmutableList<String> resources(Context context) {
    return resources.patterns(context);
  }

  /** How it names the caller; a statement that names nobody means whoever it is attached to. */
  Naming naming(Asked asked, String federation, boolean isBounded) {
    return principals.isEmpty()
        ? Naming.ITSELF
        : principals.naming(asked.caller(), federation, isBounded);
  }

  /** Whether it is about the action, the resource and the circumstances of a request. */
  Holds isAbout(Asked asked) {
    if (isAboutAction(asked.action()) == allActionsBut) {
      return Holds.NO;
    }
    Holds holds = resources.have(asked, written.allow());
    for (int i = 0; i < conditions.size() && holds != Holds.NO; i++) {
      holds = holds.and(conditions.get(i).holds(asked.context()));
    }
    return holds;
  }

  /** What of it the context cannot decide, as text; empty if nothing. */
  String openConditions(Context context) {
    return conditions
        .select(each -> each.holds(context) == Holds.DEPENDS)
        .collect(each -> text(each.written()))
        .newWithAll(
            resources
                .keys()
                .reject(key -> context.isKnown(key.toLowerCase(Locale.ROOT)))
                .collect(key -> key + " equals its value in the resource"))
        .makeString(" and ");
  }

  private static String text(Condition condition) {
    return (condition.key()
            + " "
            + condition.operator()
            + " "
            + condition.values().makeString(" or "))
        .strip();
  }

  private boolean isAboutAction(String action) {
    for (String pattern : actions) {
      if (pattern.indexOf(':') < 0
          ? Wildcards.isEverything(pattern)
          : Wildcards.covers(pattern, action)) {
        return true;
      }
    }
    return false;
  }
}
