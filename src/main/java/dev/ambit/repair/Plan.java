package dev.ambit.repair;

import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import dev.ambit.model.FixSet;
import java.util.Comparator;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Edits that are made together, one after the other, and the facts after them. */
record Plan(ImmutableList<Edit> edits, Facts after) {
  /** Later positions of a list first, so that no change moves the place of the next. */
  static final Comparator<Change> LAST_TO_FIRST =
      Comparator.comparing(Change::file)
          .thenComparing(Change::pointer, Pointers.FIRST_TO_LAST.reversed());

  /** Cheapest first, then shortest, then by place. */
  static final Comparator<Plan> ORDER =
      Comparator.comparingInt(Plan::cost)
          .thenComparing(plan -> plan.edits().size())
          .thenComparing(plan -> plan.changes().getFirst().file())
          .thenComparing(plan -> plan.changes().getFirst().pointer(), Pointers.FIRST_TO_LAST);

  static Plan none(Facts facts) {
    return new Plan(Lists.immutable.empty(), facts);
  }

  /** With one more edit, drafted over {@link #after}; it stands for all that it makes needless. */
  Plan and(Edit edit) {
    return new Plan(edits.reject(each -> isCoveredBy(each, edit)).newWith(edit), edit.after());
  }

  private static boolean isCoveredBy(Edit before, Edit after) {
    return before
        .changes()
        .allSatisfy(one -> after.changes().anySatisfy(other -> isCoveredBy(one, other)));
  }

  private static boolean isCoveredBy(Change before, Change after) {
    boolean goes =
        after.op() == Change.Op.REMOVE && Pointers.isIn(before.pointer(), after.pointer());
    return before.file().equals(after.file()) && (goes || before.pointer().equals(after.pointer()));
  }

  int cost() {
    return (int) edits.sumOfInt(Edit::cost);
  }

  /** In the order in which they can be made. */
  ImmutableList<Change> changes() {
    return edits.flatCollect(Edit::changes).toImmutableSortedList(LAST_TO_FIRST);
  }

  FixSet fixSet(int closes, ImmutableList<String> lost) {
    return new FixSet(changes(), say(), cost(), closes, lost);
  }

  /** "Take a from the targets of b, and do not let c ask d." */
  private String say() {
    ImmutableList<String> clauses =
        edits.collect(edit -> edit.say().substring(0, edit.say().length() - 1));
    ImmutableList<String> more = clauses.drop(1).collect(Plan::inside);
    return clauses.getFirst() + more.collect(clause -> ", and " + clause).makeString("") + ".";
  }

  private static String inside(String clause) {
    return clause.substring(0, 1).toLowerCase(Locale.ROOT) + clause.substring(1);
  }
}
