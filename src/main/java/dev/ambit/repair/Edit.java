package dev.ambit.repair;

import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import java.util.Comparator;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One change that could close a finding.
 *
 * @param key the same for what is the same change over other facts
 * @param change as it is written into the file
 * @param besides what has to be written with it for it to mean anything; mostly nothing
 * @param say one sentence
 * @param cost in units of the cost table
 * @param after the facts with this change made
 * @param about the finding that it was drafted for; over other facts it can be drafted again
 */
record Edit(
    String key,
    Change change,
    ImmutableList<Change> besides,
    String say,
    Move move,
    int cost,
    Facts after,
    Finding about) {

  ImmutableList<Change> changes() {
    return besides.newWith(change);
  }

  /** Cheapest first; a removal before something new; then by place, so that ties never vary. */
  static final Comparator<Edit> ORDER =
      Comparator.<Edit>comparingInt(Edit::cost)
          .thenComparing(edit -> edit.move())
          .thenComparing(edit -> edit.change().file())
          .thenComparing(edit -> edit.change().pointer(), Pointers.FIRST_TO_LAST)
          .thenComparing(edit -> edit.change().value());
}
