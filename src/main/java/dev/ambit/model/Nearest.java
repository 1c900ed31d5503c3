package dev.ambit.model;

import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The name that somebody probably meant. Every stage that refuses a name says the nearest, and all
 * of them mean the same by it.
 */
public final class Nearest {
  private static final int SHOWN = 60;
  private static final int FEW = 5;

  private Nearest() {}

  /**
   * The word of {@code known} that needs the fewest changed letters, case aside; of several the
   * first. Fails if {@code known} is empty.
   */
  public static String to(String word, Iterable<String> known) {
    return Lists.immutable.withAll(known).minBy(each -> changes(word, each));
  }

  /** At most five words of {@code known}, those first that need the fewest changed letters. */
  public static ImmutableList<String> few(String word, ImmutableList<String> known) {
    return known.toSortedListBy(each -> changes(word, each)).take(FEW).toImmutable();
  }

  /** A word that an input says, no longer than a line can bear. */
  public static String shortened(String word) {
    return word.length() <= SHOWN ? word : word.substring(0, SHOWN) + "…";
  }

  private static int changes(String word, String known) {
    return distance(shortened(word).toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
  }

  /**
   * Letters to insert, remove, replace or swap with their neighbour: the optimal string alignment
   * distance.
   */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
