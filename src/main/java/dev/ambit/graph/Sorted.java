package dev.ambit.graph;

import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/** Looking things up by name in a list that is sorted by name. */
final class Sorted {
  private Sorted() {}

  /** The number of one that has the name, the first if there are several; negative if none has. */
  static <T> int find(ImmutableList<T> sorted, Function<? super T, String> name, String wanted) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (name.apply(sorted.get(middle)).compareTo(wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < sorted.size() && name.apply(sorted.get(low)).equals(wanted) ? low : -1;
  }
}
