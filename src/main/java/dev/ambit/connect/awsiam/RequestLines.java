package dev.ambit.connect.awsiam;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ambit.connect.InputException;
import dev.ambit.model.Origin;
import dev.ambit.model.request.SimulatedRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Requests in the words of {@code aws iam simulate-custom-policy}, one JSON object a line. One line
 * is in memory at a time, and a broken one costs only itself.
 */
public final class RequestLines {
  private static final int LONGEST = 64 << 20;

  private final InputStream bytes;
  private final String file;
  private int line;

  /** Takes what the lines say, in their order. */
  public interface Reader {
    /** A request that can be answered. */
    void request(SimulatedRequest request) throws IOException;

    /**
     * A line that cannot.
     *
     * @param id as JSON text; empty if the line tells none
     */
    void broken(String id, String problem) throws IOException;
  }

  public RequestLines(InputStream bytes, String file) {
    this.bytes = new BufferedInputStream(bytes, 1 << 16);
    this.file = file;
  }

  /**
   * Reads to the end; empty lines are passed over.
   *
   * @throws IOException if the stream cannot be read, or the reader cannot write
   */
  public void read(Reader reader) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 12);
    boolean isTooLong = false;
    int next;
    do {
      next = bytes.read();
      if (next >= 0 && next != '\n') {
        isTooLong |= text.size() >= LONGEST;
        if (!isTooLong) {
          text.write(next);
        }
        continue;
      }
      line++;
      if (isTooLong) {
        reader.broken("", origin() + ": a line of more than 64 MB. Split the request");
      } else if (!isBlank(text.toByteArray())) {
        one(text.toByteArray(), reader);
      }
      text.reset();
      isTooLong = false;
    } while (next >= 0);
  }

  private static boolean isBlank(byte[] text) {
    for (byte each : text) {
      if (each != ' ' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return true;
  }

  private Origin origin() {
    return new Origin(file, line, "");
  }

  private void one(byte[] text, Reader reader) throws IOException {
    JsonPart whole;
    try (JsonParser parser = Pages.JSON.createParser(text)) {
      whole = parser.nextToken() == null ? JsonPart.ABSENT : JsonPart.read(parser);
      if (parser.nextToken() != null) {
        reader.broken("", origin() + ": more than one value on the line. Give each its own line");
        return;
      }
    } catch (JsonProcessingException e) {
      reader.broken("", origin() + ": the line is no JSON. Write one JSON object a line");
      return;
    }
    String id = whole.at("id").isText() ? whole.at("id").canonical() : "";
    SimulatedRequest request;
    try {
      request = new RequestReader(origin()).read(whole, id);
    } catch (InputException e) {
      reader.broken(id, Objects.requireNonNull(e.getMessage()));
      return;
    }
    reader.request(request);
  }
}
