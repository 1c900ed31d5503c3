package dev.ambit.model;

/** Patterns in which {@code *} stands for any run of characters, none included. */
public final class Glob {
  private Glob() {}

  /** Whether the pattern covers the whole name. Case matters. */
  public static boolean covers(String pattern, String name) {
    int at = 0;
    int star = -1;
    int retry = 0;
    int i = 0;
    while (i < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = i;
      } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++retry;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
