package dev.ambit.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What we ask of a file system. An interface, since a test that runs as root is refused nothing and
 * could not show what happens when reading is denied.
 */
interface Disk {
  /** What a path leads to. OTHER is a pipe, a socket or a device: opening one may never return. */
  enum Kind {
    FILE,
    FOLDER,
    OTHER
  }

  /** What stands at the end of all links. */
  Kind kind(Path path) throws IOException;

  boolean isLink(Path path);

  /** The path without links, {@code .} and {@code ..}. */
  Path real(Path path) throws IOException;

  /** What is in a folder, sorted by name. */
  ImmutableList<Path> list(Path folder) throws IOException;

  InputStream open(Path file) throws IOException;

  /** The disk of this machine, or any other file system of the JDK that the path belongs to. */
  static Disk real() {
    return new Real();
  }

  /** By {@code java.nio.file}. */
  final class Real implements Disk {
    @Override
    public Kind kind(Path path) throws IOException {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        return Kind.FILE;
      }
      return attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
    }

    @Override
    public boolean isLink(Path path) {
      return Files.isSymbolicLink(path);
    }

    @Override
    public Path real(Path path) throws IOException {
      return path.toRealPath();
    }

    @Override
    public ImmutableList<Path> list(Path folder) throws IOException {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        MutableList<Path> found = Lists.mutable.withAll(all);
        return found.sortThisBy(Path::toString).toImmutable();
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }

    @Override
    public InputStream open(Path file) throws IOException {
      return Files.newInputStream(file);
    }
  }
}
