package dev.ambit.report;

/**
 * Text made harmless for Markdown as code hosts read it: no markup, no HTML, no address, and nobody
 * is called by a name in a finding.
 */
final class Markdown {
  private static final String NOTHING = "<!-- -->";

  private Markdown() {}

  /** As running text. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder();
    Visible.of(text).codePoints().forEach(point -> safe.append(escaped(point)));
    // An empty comment parts what would be read as an address, and is not seen.
    return safe.toString()
        .replace("://", ":" + NOTHING + "//")
        .replace("www.", "www" + NOTHING + ".");
  }

  /** Between backticks; a backtick in it becomes an apostrophe, and a bar is kept out of tables. */
  static String code(String text) {
    return "`" + Visible.of(text).replace('`', '\'').replace("|", "¦") + "`";
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '@', '#' -> (char) point + NOTHING;
      case '\\', '`', '*', '_', '[', ']', '|', '~', '$' -> "\\" + (char) point;
      default -> Character.toString(point);
    };
  }
}
