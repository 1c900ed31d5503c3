package dev.ambit.connect.inventory;

import java.util.regex.Pattern;

/**
 * Whether a document probably has a certain key at its top level, seen from its beginning alone: it
 * may be cut off there, or be broken, and should be claimed all the same.
 */
final class TopLevelKey {
  private final String text;
  private final String key;
  private int at;
  private int depth;

  private TopLevelKey(String text, String key) {
    this.text = text;
    this.key = key;
  }

  /** YAML in blocks, or JSON, or YAML in braces. */
  static boolean stands(String head, String key) {
    String text = head.replace("\uFEFF", "").stripLeading();
    if (text.startsWith("{")) {
      return new TopLevelKey(text, key).standsInBraces();
    }
    return Pattern.compile("(?m)^([\"']?)" + Pattern.quote(key) + "\\1[ \\t]*:(\\s|$)")
        .matcher(text)
        .find();
  }

  private boolean standsInBraces() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        if (isKey(quoted(c))) {
          return true;
        }
      } else if (Character.isLetter(c)) {
        if (isKey(word())) {
          return true;
        }
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
      }
    }
    return false;
  }

  private boolean isKey(String word) {
    return depth == 1
        && word.equals(key)
        && text.substring(at, Math.min(text.length(), at + 20)).stripLeading().startsWith(":");
  }

  private String quoted(char quote) {
    int from = ++at;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    int to = Math.min(at, text.length());
    at = Math.min(at + 1, text.length());
    return text.substring(from, to);
  }

  private String word() {
    int from = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }
}
