package dev.ambit.resolve.aws;

/**
 * Questions about patterns as sets of names: {@code *} stands for any run of characters, {@code ?}
 * for one.
 *
 * <p>A star also runs over colons. AWS lets it do so at the end of a part of an ARN and forbids it
 * elsewhere; the two differ only for patterns like {@code arn:aws:*:payroll}, which no policy
 * writes on purpose, and then ours covers more.
 */
final class Wildcards {
  private Wildcards() {}

  static boolean isPlain(String pattern) {
    return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
  }

  /** Whether every name that {@code narrow} stands for is one that {@code wide} stands for. */
  static boolean covers(String wide, String narrow) {
    int w = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < narrow.length()) {
      if (w < wide.length() && wide.charAt(w) == '*') {
        star = w++;
        resume = n;
      } else if (w < wide.length() && coversOne(wide.charAt(w), narrow.charAt(n))) {
        w++;
        n++;
      } else if (star >= 0) {
        w = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    return wide.chars().skip(w).allMatch(c -> c == '*');
  }

  private static boolean coversOne(char wide, char narrow) {
    // Only a star is as much as a star, and that is the caller's case.
    return narrow != '*' && (wide == '?' || wide == narrow);
  }

  /** Whether some name is one that both stand for. */
  static boolean overlap(String one, String other) {
    if (isPlain(one)) {
      return covers(other, one);
    }
    if (isPlain(other)) {
      return covers(one, other);
    }
    // reachable[j]: the first i characters of one and the first j of other can stand for one text.
    boolean[] reachable = new boolean[other.length() + 1];
    reachable[0] = true;
    for (int j = 1; j <= other.length() && other.charAt(j - 1) == '*'; j++) {
      reachable[j] = true;
    }
    for (int i = 1; i <= one.length(); i++) {
      boolean[] next = new boolean[other.length() + 1];
      boolean star = one.charAt(i - 1) == '*';
      next[0] = star && reachable[0];
      for (int j = 1; j <= other.length(); j++) {
        boolean otherStar = other.charAt(j - 1) == '*';
        next[j] =
            (star || otherStar)
                ? reachable[j] || next[j - 1]
                : reachable[j - 1] && meet(one.charAt(i - 1), other.charAt(j - 1));
      }
      reachable = next;
    }
    return reachable[other.length()];
  }

  private static boolean meet(char one, char other) {
    return one == '?' || other == '?' || one == other;
  }
}
