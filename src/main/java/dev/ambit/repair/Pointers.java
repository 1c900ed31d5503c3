package dev.ambit.repair;

import dev.ambit.model.Origin;
import java.util.Comparator;

/** JSON pointers as places that lie before, after and in each other. */
final class Pointers {
  /** The order of places in a document, as far as positions in lists tell it. */
  static final Comparator<String> FIRST_TO_LAST = Pointers::compare;

  private Pointers() {}

  /** Whether {@code inner} is the place {@code outer} or lies in it. */
  static boolean isIn(Origin inner, Origin outer) {
    return inner.file().equals(outer.file()) && isIn(inner.pointer(), outer.pointer());
  }

  static boolean isIn(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + "/");
  }

  private static int compare(String one, String other) {
    String[] left = one.split("/", -1);
    String[] right = other.split("/", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = compareSteps(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  /** Positions in a list by number: a longer run of digits is a larger one. */
  private static int compareSteps(String one, String other) {
    boolean positions = isPosition(one) && isPosition(other);
    int byLength = positions ? Integer.compare(one.length(), other.length()) : 0;
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  private static boolean isPosition(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
