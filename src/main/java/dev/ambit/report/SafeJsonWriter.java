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
    if (unit > 0x7e && !Character.isSurrogate((char) unit) && Visible.acts(unit)) {
      out.write(String.format(Locale.ROOT, "\\u%04X", unit));
    } else {
      out.write(unit);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int at = from; at < from + length; at++) {
      write(text[at]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int at = from; at < from + length; at++) {
      write(text.charAt(at));
    }
  }
}
