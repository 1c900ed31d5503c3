package dev.ambit.resolve.aws.request;

/**
 * Questions about patterns as sets of names: {@code *} stands for any run of characters, {@code ?}
 * for one.
 *
 * <p>In the first five parts of an ARN a star runs over colons only where it ends its part, as the
 * IAM guide says under "IAM JSON policy elements: Resource"; {@link #ofArn} makes the others stop
 * there. Text that is no pattern goes through {@link #literal} first.
 */
public final class Wildcards {
  // Noncharacters of Unicode, which no text has: what stands for itself, and what stops at a colon.
  private static final char LITERAL_STAR = '\uFDD0';
  private static final char LITERAL_ONE = '\uFDD1';
  private static final char STAR_WITHIN_PART = '\uFDD2';
  private static final char ONE_WITHIN_PART = '\uFDD3';

  private static final String LITERAL_VARIABLE = "\uFDD5{";

  /** A pattern that no text matches: what a variable without a value makes of one. */
  public static final String OF_NOTHING = "\uFDD4";

  private static final int PARTS_OF_AN_ARN = 6;

  private Wildcards() {}

  public static boolean isPlain(String pattern) {
    return pattern.indexOf('*') < 0
        && pattern.indexOf('?') < 0
        && pattern.indexOf(STAR_WITHIN_PART) < 0
        && pattern.indexOf(ONE_WITHIN_PART) < 0;
  }

  /** What every name of the pattern's set begins with. */
  public static String beginning(String pattern) {
    int end = 0;
    while (end < pattern.length() && isPlain(pattern.charAt(end))) {
      end++;
    }
    return pattern.substring(0, end);
  }

  private static boolean isPlain(char c) {
    return !isStar(c) && !isOne(c);
  }

  /** A text in which stars and question marks are only that. */
  static String literal(String text) {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0
        ? text
        : text.replace('*', LITERAL_STAR).replace('?', LITERAL_ONE);
  }

  /** A text in which <code>${</code> begins no variable. */
  public static String withoutVariables(String text) {
    return text.replace("${", LITERAL_VARIABLE);
  }

  /** A text as it was before some of its stars and question marks became only that. */
  public static String written(String text) {
    return text.replace(LITERAL_STAR, '*')
        .replace(LITERAL_ONE, '?')
        .replace(LITERAL_VARIABLE, "${")
        .replace(OF_NOTHING, "");
  }

  /** Whether every name of the pattern's set is in the set: it is nothing but stars. */
  static boolean isEverything(String pattern) {
    return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
  }

  /** The pattern with wildcards that stop at colons where those of an ARN do. */
  static String ofArn(String pattern) {
    if (isPlain(pattern)) {
      return pattern;
    }
    StringBuilder within = new StringBuilder(pattern);
    int part = 1;
    for (int i = 0; i < pattern.length() && part < PARTS_OF_AN_ARN; i++) {
      char c = pattern.charAt(i);
      if (c == ':') {
        part++;
      } else if (c == '?') {
        within.setCharAt(i, ONE_WITHIN_PART);
      } else if (c == '*' && !endsItsPart(pattern, i)) {
        within.setCharAt(i, STAR_WITHIN_PART);
      }
    }
    return within.toString();
  }

  private static boolean endsItsPart(String pattern, int star) {
    return star + 1 == pattern.length() || pattern.charAt(star + 1) == ':';
  }

  /** Whether every name that {@code narrow} stands for is one that {@code wide} stands for. */
  public static boolean covers(String wide, String narrow) {
    if (wide.indexOf(STAR_WITHIN_PART) >= 0) {
      return coversByParts(wide, narrow);
    }
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
    while (w < wide.length() && wide.charAt(w) == '*') {
      w++;
    }
    return w == wide.length();
  }

  private static boolean coversOne(char wide, char narrow) {
    // Only a star is as much as a star, and that is the caller's case.
    return switch (wide) {
      case '?' -> narrow != '*';
      case ONE_WITHIN_PART -> narrow != '*' && narrow != ':';
      default -> wide == narrow && narrow != '*';
    };
  }

  /** With two kinds of star the last one is not always the one to go back to. */
  private static boolean coversByParts(String wide, String narrow) {
    boolean[] covered = new boolean[narrow.length() + 1];
    covered[0] = true;
    for (int w = 0; w < wide.length(); w++) {
      char c = wide.charAt(w);
      boolean[] next = new boolean[narrow.length() + 1];
      boolean star = c == '*' || c == STAR_WITHIN_PART;
      next[0] = star && covered[0];
      for (int n = 1; n <= narrow.length(); n++) {
        char of = narrow.charAt(n - 1);
        next[n] =
            star
                ? covered[n] || (next[n - 1] && (c == '*' || of != ':'))
                : covered[n - 1] && coversOne(c, of);
      }
      covered = next;
    }
    return covered[narrow.length()];
  }

  /**
   * Whether what they begin with leaves it open that names of one are, or are within, names of the
   * other. A quick look that says no only where that is sure.
   */
  public static boolean mayMeet(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char c = one.charAt(i);
      char d = other.charAt(i);
      if (isOpen(c) || isOpen(d)) {
        return true;
      }
      if (c != d) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(char c) {
    return c == '*' || c == '?' || (c >= LITERAL_STAR && c <= '\uFDEF');
  }

  /** Whether some name is one that both stand for. */
  public static boolean overlap(String one, String other) {
    if (isPlain(one)) {
      return covers(other, one);
    }
    if (isPlain(other)) {
      return covers(one, other);
    }
    // reachable[j]: the first i characters of one and the first j of other can stand for one text.
    boolean[] reachable = new boolean[other.length() + 1];
    reachable[0] = true;
    for (int j = 1; j <= other.length() && isStar(other.charAt(j - 1)); j++) {
      reachable[j] = true;
    }
    for (int i = 1; i <= one.length(); i++) {
      boolean[] next = new boolean[other.length() + 1];
      boolean star = isStar(one.charAt(i - 1));
      next[0] = star && reachable[0];
      for (int j = 1; j <= other.length(); j++) {
        boolean otherStar = isStar(other.charAt(j - 1));
        next[j] =
            (star || otherStar)
                ? reachable[j] || next[j - 1]
                : reachable[j - 1] && meet(one.charAt(i - 1), other.charAt(j - 1));
      }
      reachable = next;
    }
    return reachable[other.length()];
  }

  private static boolean isStar(char c) {
    return c == '*' || c == STAR_WITHIN_PART;
  }

  private static boolean isOne(char c) {
    return c == '?' || c == ONE_WITHIN_PART;
  }

  private static boolean meet(char one, char other) {
    return isOne(one) || isOne(other) || one == other;
  }
}
