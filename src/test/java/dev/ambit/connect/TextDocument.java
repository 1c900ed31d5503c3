package dev.ambit.connect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A document that stands in a test. */
public final class TextDocument implements Document {
  private final String path;
  private final byte[] bytes;

  public TextDocument(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes.clone();
  }

  public static TextDocument of(String path, String text) {
    return new TextDocument(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public byte[] head() {
    return Arrays.copyOf(bytes, Math.min(HEAD, bytes.length));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
