package dev.ambit.report;

import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/** Text as a YAML scalar that every reader takes for the same text. */
final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

  /** Words that some version of YAML reads as something else than text. */
  private static final ImmutableSet<String> OTHER =
      Sets.immutable.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  /** As it is where that is safe, else in double quotes, on one line. */
  static String of(String text) {
    return PLAIN.matcher(text).matches() && !OTHER.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (isSeen(each)) {
        quoted.append(each);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      }
    }
    return quoted.append('"').toString();
  }

  /** What has no shape of its own could turn the text around it. */
  private static boolean isSeen(char each) {
    return switch (Character.getType(each)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
