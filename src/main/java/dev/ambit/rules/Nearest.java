package dev.ambit.rules;

/** What somebody probably meant. */
final class Nearest {
  private Nearest() {}

  /** The candidate with the fewest changed letters; of several the first in their order. */
  static String to(String word, Iterable<String> candidates) {
    String nearest = "";
    int fewest = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int changes = changes(word, candidate);
      if (changes < fewest) {
        fewest = changes;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance, one row at a time. */
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int swapped = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swapped, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
