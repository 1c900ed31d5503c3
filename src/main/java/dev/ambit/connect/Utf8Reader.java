package dev.ambit.connect;

import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as text, without its byte order mark. Bytes that are no UTF-8, and control characters, are
 * an error that names the line, where the reader of the JDK would replace them or forget the place.
 */
final class Utf8Reader extends Reader {
  private final InputStream bytes;
  private final String file;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer pending = ByteBuffer.allocate(16 * 1024).flip();
  private boolean started;
  private boolean ended;
  private int line = 1;

  Utf8Reader(InputStream bytes, String file) {
    this.bytes = bytes;
    this.file = file;
  }

  static InputException invalid(Origin origin, Throwable cause) {
    return new InputException(
        origin, "bytes that are no UTF-8 text", "Save the file as UTF-8", cause);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (chars.position() == 0 && length > 0) {
      if (ended && !pending.hasRemaining()) {
        return -1;
      }
      decode(chars);
      count(target, offset, chars.position());
      dropMark(chars);
    }
    return chars.position();
  }

  private void decode(CharBuffer chars) throws IOException {
    CoderResult result = decoder.decode(pending, chars, ended);
    if (result.isError()) {
      count(chars.array(), chars.arrayOffset(), chars.position());
      throw invalid(new Origin(file, line, ""), new IOException(result.toString()));
    }
    if (chars.position() == 0 && !ended) {
      pending.compact();
      int read = bytes.read(pending.array(), pending.position(), pending.remaining());
      ended = read < 0;
      pending.position(pending.position() + Math.max(0, read)).flip();
    }
  }

  private void count(char[] chars, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (chars[i] == '\n') {
        line++;
      } else if (isControl(chars[i])) {
        throw new InputException(
            new Origin(file, line, ""), "a control character", "Remove it, or write it escaped");
      }
    }
  }

  /** What a YAML text may not hold and an editor does not show. */
  private static boolean isControl(char c) {
    return (c < ' ' && c != '\t' && c != '\r') || c == 0x7f;
  }

  private void dropMark(CharBuffer chars) {
    if (!started && chars.position() > 0) {
      started = true;
      CharBuffer read = chars.duplicate().flip();
      if (read.get(0) == '\uFEFF') {
        chars.position(0);
        chars.put(read.position(1).toString());
      }
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
