package dev.ambit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** How we write JSON: streaming, UTF-8, the same line breaks everywhere, nothing that acts. */
final class Json {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER);

  private Json() {}

  /** Two spaces a level, one value a line. */
  static JsonGenerator indented(OutputStream out) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return on(out).setPrettyPrinter(printer);
  }

  /** One value after another, each on a line of its own. */
  static JsonGenerator lines(OutputStream out) throws IOException {
    return on(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  private static JsonGenerator on(OutputStream out) throws IOException {
    Writer writer = new SafeJsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return new JsonFactory()
        .createGenerator(writer)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** Ends the text with a line feed and hands everything on. */
  static void end(JsonGenerator json) throws IOException {
    json.writeRaw('\n');
    json.flush();
  }
}
