package dev.ambit.report.html;

import dev.ambit.report.Visible;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * The last door before the file: whatever a template writes, a character that acts on its
 * surroundings (a bidirectional mark, a control) comes out spelt. Markup is escaped by the template
 * engine before it gets here. Done here and not at each name, since a template that forgets one
 * name would be enough.
 */
final class VisibleOutput implements TemplateOutput {
  private final Writer out;

  VisibleOutput(Writer out) {
    this.out = out;
  }

  @Override
  public void writeContent(String content) {
    write(content);
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
