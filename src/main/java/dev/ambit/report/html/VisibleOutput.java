package dev.ambit.report.html;

import dev.ambit.report.Visible;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/**
 * The last door before the file: whatever a template writes, a character that acts on its
 * surroundings (a bidirectional mark, a control) comes out spelt. Markup is escaped by the template
 * engine before it gets here. Done here and not at each name, since a template that forgets one
 * name would be enough.
 */
final class VisibleOutput implements TemplateOutput {
  /** No text from a result is as long as our style and script are. */
  private static final int LONGEST_NAMING = 2_500;

  private final Writer out;
  private final UnaryOperator<String> names;

  /**
   * @param names takes out of a text the names that are not to be read
   */
  VisibleOutput(Writer out, UnaryOperator<String> names) {
    this.out = out;
    this.names = names;
  }

  @Override
  public void writeContent(String content) {
    // Style and script are long, ours, and locked by their hash.
    write(content.length() > LONGEST_NAMING ? content : names.apply(content));
  }

  @Override
  public void writeContent(String content, int from, int to) {
    write(content.substring(from, to));
  }

  private void write(String content) {
    try {
      // A line break is only white space to HTML, and templates are full of them.
      int start = 0;
      for (int end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', start)) {
        out.write(Visible.of(content.substring(start, end)));
        out.write('\n');
        start = end + 1;
      }
      out.write(Visible.of(content.substring(start)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
