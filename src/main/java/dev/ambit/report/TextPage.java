package dev.ambit.report;

import dev.ambit.model.Severity;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.FastList;

/** Lines of text for one look: wraps, colours, and makes names harmless. */
final class TextPage {
  private final TextLook look;
  private final StringBuilder text = new StringBuilder();

  TextPage(TextLook look) {
    this.look = look;
  }

  void blank() {
    text.append('\n');
  }

  /** One line as it is: for places, which a reader copies. */
  void line(String line) {
    text.append(plain(line)).append('\n');
  }

  /** A line that starts with a severity. */
  void severity(Severity severity, String rest) {
    text.append(coloured(severity, severity.word())).append(plain(rest)).append('\n');
  }

  /**
   * A label in the margin and a text beside it, wrapped under itself. A word that is longer than
   * the line stays whole.
   */
  void block(String label, int indent, String content) {
    StringBuilder line = new StringBuilder(padded(plain(label), indent));
    boolean first = true;
    for (String word : FastList.newList(Arrays.asList(plain(content).split(" ")))) {
      if (!first && line.length() + 1 + word.length() > look.width()) {
        text.append(line).append('\n');
        line = new StringBuilder(" ".repeat(indent));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    text.append(line).append('\n');
  }

  /** An arrow that carries a word: {@code ─can post to→}. */
  String arrow(String word) {
    return look.ascii() ? "-" + word + "->" : "─" + word + "→";
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** The text, harmless for this look. */
  private String plain(String line) {
    return look.ascii()
        ? Visible.inAscii(line.replace("─", "-").replace("→", "->"))
        : Visible.of(line);
  }

  private String coloured(Severity severity, String word) {
    if (!look.colour()) {
      return word;
    }
    String code =
        switch (severity) {
          case CRITICAL -> "1;97;41";
          case HIGH -> "1;31";
          case MEDIUM -> "1;33";
          case LOW -> "36";
          case INFO, NONE -> "2";
        };
    return "\u001b[" + code + "m" + word + "\u001b[0m";
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
