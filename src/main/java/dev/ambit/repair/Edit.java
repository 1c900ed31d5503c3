package dev.ambit.repair;

import dev.ambit.model.Change;
import dev.ambit.model.Facts;
import java.util.Comparator;

/**
 * One change that could close a finding.
 *
 * @param change as it is written into the file
 * @param say one sentence
 * @param after the facts with this change made
 */
record Edit(Change change, String say, Move move, Facts after) {
  /** Cheapest first; a removal before something new; then by place, so that ties never vary. */
  static final Comparator<Edit> ORDER =
      Comparator.<Edit>comparingInt(edit -> edit.move().cost())
          .thenComparing(edit -> edit.move())
          .thenComparing(edit -> edit.change().file())
          .thenComparing(edit -> edit.change().pointer(), Pointers.FIRST_TO_LAST)
          .thenComparing(edit -> edit.change().value());
}
