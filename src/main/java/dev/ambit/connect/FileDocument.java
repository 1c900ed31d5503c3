package dev.ambit.connect;

import dev.ambit.model.Change;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;
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

  /** The same document with changes made in memory. */
  FileDocument with(ImmutableList<Change> changes) {
    byte[] after = ChangedDocument.of(text(), path, changes).getBytes(StandardCharsets.UTF_8);
    return new FileDocument(new InMemory(disk, after), file, path);
  }

  /** All of it as text. */
  String text() {
    try (InputStream bytes = disk.open(file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A disk on which the one file that is opened has other bytes. */
  private static final class InMemory implements Disk {
    private final Disk disk;
    private final byte[] bytes;

    InMemory(Disk disk, byte[] bytes) {
      this.disk = disk;
      this.bytes = bytes;
    }

    @Override
    public Kind kind(Path path) throws IOException {
      return disk.kind(path);
    }

    @Override
    public boolean isLink(Path path) {
      return disk.isLink(path);
    }

    @Override
    public Path real(Path path) throws IOException {
      return disk.real(path);
    }

    @Override
    public ImmutableList<Path> list(Path folder) throws IOException {
      return disk.list(folder);
    }

    @Override
    public InputStream open(Path file) {
      return new ByteArrayInputStream(bytes);
    }
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
