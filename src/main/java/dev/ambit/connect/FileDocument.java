package dev.ambit.connect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file on a disk. Its beginning is read when it is first asked for, and its digest is taken along
 * while a connector reads it, so that a large file is read once. For one thread.
 */
final class FileDocument implements Document {
  private final Disk disk;
  private final Path file;
  private final String path;
  private byte @Nullable [] head;
  private @Nullable DigestedStream first;

  FileDocument(Disk disk, Path file, String path) {
    this.disk = disk;
    this.file = file;
    this.path = path;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public byte[] head() {
    if (head == null) {
      try (InputStream bytes = disk.open(file)) {
        head = bytes.readNBytes(HEAD);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return head.clone();
  }

  @Override
  public InputStream open() throws IOException {
    InputStream bytes = new BufferedInputStream(disk.open(file), HEAD);
    if (first != null) {
      return bytes;
    }
    first = new DigestedStream(bytes);
    return first;
  }

  /** SHA-256 of the whole content, in hex. */
  String sha256() throws IOException {
    if (first == null) {
      open().close();
    }
    return first == null ? "" : first.sha256();
  }
}
