package dev.ambit.cli;

import dev.ambit.model.Nearest;
import org.eclipse.collections.api.list.ImmutableList;

/** Tells somebody who wrote a name that does not exist what it probably was. */
final class Suggestion {
  private Suggestion() {}

  /** {@code "; the nearest is X"}; nothing where there is nothing to be near to. */
  static String after(String written, ImmutableList<String> known) {
    return known.isEmpty() ? "" : "; the nearest is " + Nearest.to(written, known);
  }
}
