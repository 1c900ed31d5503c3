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

  /** For results of many records: each of them a line, and no space within. */
  static JsonGenerator compact(OutputStream out) throws IOException {
    return on(out).setPrettyPrinter(new LineForEachRecord());
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

  /** Ends lines only in the outermost value and in what stands directly in it. */
  private static final class LineForEachRecord extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1;
    private static final int OUTER = 2;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
      begin(json, '{');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
      begin(json, '[');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
      endLine(json);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      endLine(json);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
      json.writeRaw(',');
      endLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(',');
      endLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
      end(json, entries, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
      end(json, values, ']');
    }

    private void begin(JsonGenerator json, char bracket) throws IOException {
      json.writeRaw(bracket);
      depth++;
    }

    private void end(JsonGenerator json, int members, char bracket) throws IOException {
      if (members > 0) {
        endLine(json);
      }
      depth--;
      json.writeRaw(bracket);
    }

    private void endLine(JsonGenerator json) throws IOException {
      if (depth <= OUTER) {
        json.writeRaw('\n');
      }
    }
  }
}
