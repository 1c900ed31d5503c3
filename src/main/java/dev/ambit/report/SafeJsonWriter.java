package dev.ambit.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Escapes what {@link Visible} would spell out, as JSON allows. In JSON text such characters stand
 * inside strings only (Jackson has escaped line breaks already, and the ones between tokens are let
 * through), so that escaping them here changes no value; and a result printed to a terminal cannot
 * act on it.
 */
final class SafeJsonWriter extends FilterWriter {
  SafeJsonWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int unit) throws IOException {
    if (acts((char) unit)) {
      out.write(String.format(Locale.ROOT, "\\u%04X", unit));
    } else {
      out.write(unit);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    // In runs: nearly all text is harmless, and a call for each character is what would cost.
    int start = from;
    for (int at = from; at < from + length; at++) {
      if (acts(text[at])) {
        out.write(text, start, at - start);
        write(text[at]);
        start = at + 1;
      }
    }
    out.write(text, start, from + length - start);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    write(text.toCharArray(), from, length);
  }

  private static boolean acts(char unit) {
    return unit > 0x7e && !Character.isSurrogate(unit) && Visible.acts(unit);
  }
}
