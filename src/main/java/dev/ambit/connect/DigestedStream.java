package dev.ambit.connect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the SHA-256 of what is read; closing it reads the rest, so that the digest is whole. */
final class DigestedStream extends FilterInputStream {
  private final MessageDigest digest;
  private String sha256 = "";

  DigestedStream(InputStream bytes) {
    super(bytes);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      digest.update((byte) read);
    }
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read > 0) {
      digest.update(target, offset, read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    if (sha256.isEmpty()) {
      transferTo(OutputStream.nullOutputStream());
      sha256 = HexFormat.of().formatHex(digest.digest());
    }
    super.close();
  }

  /** In hex, once the stream is closed. */
  String sha256() {
    return sha256;
  }
}
