package dev.ambit.resolve;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A name with wildcards: {@code *} stands for any run of characters, {@code ?} for one. Case
 * matters. The two-pointer walk takes time in the length of the name times the number of stars at
 * worst, so a hostile pattern cannot make it explode.
 */
public record Glob(String pattern) {

  /** What stands before the first wildcard; the whole pattern if there is none. */
  public String beginning() {
    int star = pattern.indexOf('*');
    int mark = pattern.indexOf('?');
    int end = star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
    return end < 0 ? pattern : pattern.substring(0, end);
  }

  public boolean isPlain() {
    return beginning().length() == pattern.length();
  }

  /** Whether it is a beginning and a star, so that it covers an interval of sorted names. */
  public boolean isBeginning() {
    return pattern.endsWith("*") && beginning().length() == pattern.length() - 1;
  }

  /** {@link #covers} for many names, read once. */
  Predicate<String> reading() {
    int star = pattern.indexOf('*');
    if (star < 0 || pattern.indexOf('?') >= 0) {
      return this::covers;
    }
    int last = pattern.lastIndexOf('*');
    String between = pattern.substring(star, last + 1);
    return new Pieces(
        pattern.substring(0, star),
        Arrays.stream(between.split("\\*")).filter(each -> !each.isEmpty()).toArray(String[]::new),
        pattern.substring(last + 1));
  }

  /**
   * What stands around the stars of a pattern without question marks. A name is covered if it holds
   * the pieces one behind the other; the first place of each leaves the most room for the next.
   */
  private static final class Pieces implements Predicate<String> {
    private final String beginning;
    private final String[] between;
    private final String end;

    Pieces(String beginning, String[] between, String end) {
      this.beginning = beginning;
      this.between = between;
      this.end = end;
    }

    @Override
    public boolean test(String name) {
      int behind = name.length() - end.length();
      int at = beginning.length();
      if (behind < at || !name.startsWith(beginning) || !name.endsWith(end)) {
        return false;
      }
      for (String piece : between) {
        int found = name.indexOf(piece, at);
        if (found < 0 || found + piece.length() > behind) {
          return false;
        }
        at = found + piece.length();
      }
      return true;
    }
  }

  /** Whether the pattern covers {@code name}. */
  public boolean covers(String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))
          && pattern.charAt(p) != '*') {
        p++;
        n++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
