package dev.ambit.report.html;

/** Text as the templates write it. */
final class Escaped {
  private Escaped() {}

  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }
}
