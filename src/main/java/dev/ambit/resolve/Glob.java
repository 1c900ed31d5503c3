package dev.ambit.resolve;

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

  /** Whether the pattern covers {@code name}. */
  public boolean covers(String name) {
    return covers(name, 0);
  }

  /** The same for a name of which the first {@code known} characters are those of the pattern. */
  boolean covers(String name, int known) {
    int p = known;
    int n = known;
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
