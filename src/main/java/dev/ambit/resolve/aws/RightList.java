package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Comparator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.eclipse.collections.impl.set.mutable.primitive.IntHashSet;

/** Outcomes written down as rights. */
final class RightList {
  private static final Comparator<Right> ORDER =
      Comparator.comparingInt(Right::holder)
          .thenComparing(Right::grant)
          .thenComparing(Right::origin)
          .thenComparing(Right::dependsOn)
          .thenComparing(Right::certainty)
          .thenComparing(right -> right.verbs().bits());

  private final MutableList<Right> rights = Lists.mutable.empty();
  private final UnifiedMap<String, String> texts = UnifiedMap.newMap();
  private final LastUse lastUse;

  RightList(LastUse lastUse) {
    this.lastUse = lastUse;
  }

  void add(int holder, Statement statement, ImmutableList<Outcome> outcomes, Certainty atMost) {
    String pattern = pattern(statement);
    for (Outcome each : outcomes) {
      rights.add(
          new Right(
              holder,
              each.verbs(),
              each.targets(),
              false,
              shared(each.dependsOn()),
              Said.nothing(),
              statement.id(),
              pattern,
              isWide(statement, each.verbs()),
              lastUse.of(holder, statement),
              each.certainty().and(atMost),
              statement.origin()));
    }
  }

  /** What one becomes, or gives itself, by a path of escalation. */
  void add(int holder, Escalations.Climbed climbed) {
    Permission first = climbed.by().getFirst();
    boolean self = climbed.path().yields() == EscalationPath.Yield.SELF;
    rights.add(
        new Right(
            holder,
            Verbs.of(self ? Verb.ADMINISTER : Verb.ASSUME),
            climbed.targets(),
            false,
            climbed.dependsOn(),
            Said.nothing(),
            first.grant(),
            first.pattern(),
            false,
            Said.nothing(),
            climbed.certainty(),
            first.origin(),
            climbed.how()));
  }

  /** By holder, the rights with that verb. */
  IntObjectHashMap<MutableList<Permission>> allowing(Verb verb) {
    IntObjectHashMap<MutableList<Permission>> found = IntObjectHashMap.newMap();
    rights
        .select(each -> each.verbs().has(verb))
        .forEach(
            each ->
                found
                    .getIfAbsentPut(each.holder(), Lists.mutable::empty)
                    .add(
                        new Permission(
                            "sts:AssumeRole",
                            each.grant(),
                            each.origin(),
                            each.pattern(),
                            each.targets(),
                            true,
                            each.dependsOn(),
                            each.certainty())));
    return found;
  }

  /** Principals that can administer themselves. */
  IntHashSet selfAdministrators() {
    IntHashSet found = new IntHashSet();
    rights
        .select(
            each ->
                !each.isUndecided()
                    && each.verbs().has(Verb.ADMINISTER)
                    && each.targets().has(each.holder()))
        .forEach(each -> found.add(each.holder()));
    return found;
  }

  /** What a statement is on, as findings quote it. */
  static String patternOf(Statement statement) {
    return statement.notResources().isEmpty()
        ? statement.resources().makeString(", ")
        : "everything but " + statement.notResources().makeString(", ");
  }

  private String pattern(Statement statement) {
    return statement.resources().size() == 1
        ? statement.resources().getFirst()
        : shared(patternOf(statement));
  }

  /** One object for equal texts: statements repeat each other a lot. */
  private String shared(String text) {
    return texts.getIfAbsentPut(text, text);
  }

  /**
   * Any action, of a service or at all, or anything, or a pattern of names: and more than to see.
   */
  private static boolean isWide(Statement statement, Verbs verbs) {
    return !Verbs.of(Verb.DISCOVER).equals(verbs)
        && (AccountAssets.isAnyAction(statement)
            || AccountAssets.isEverything(statement)
            || statement.actions().anySatisfy(action -> action.endsWith(":*"))
            || statement.resources().anySatisfy(RightList::isPattern));
  }

  private static boolean isPattern(String resource) {
    // Any region or account is no pattern of names: the name behind it is one thing.
    String[] arn = ResourcePattern.of(resource).asset().split(":", 6);
    return arn.length < 6 || !Wildcards.isPlain(arn[5]);
  }

  ImmutableList<Right> sorted() {
    return inOrder(rights.toImmutable());
  }

  /** By holder, then by grant. */
  static ImmutableList<Right> inOrder(ImmutableList<Right> rights) {
    return rights.toSortedList(ORDER).toImmutable();
  }
}
