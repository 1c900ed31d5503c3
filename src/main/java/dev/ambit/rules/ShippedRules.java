package dev.ambit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.function.Function;

/** Where our own rules lie: a folder of the jar, or of the compiled working tree. */
final class ShippedRules {
  private ShippedRules() {}

  /** What {@code reader} makes of the folder, which is open only as long as it reads. */
  static <T> T read(Function<Path, T> reader) {
    URL vocabulary = ShippedRules.class.getResource("/rules/vocabulary.ttl");
    if (vocabulary == null) {
      throw new IllegalStateException("the jar lacks its rules");
    }
    return read(vocabulary.toString(), reader);
  }

  /**
   * {@code place}: the address of a file in that folder, {@code file:...} or {@code jar:...!/...}.
   */
  static <T> T read(String place, Function<Path, T> reader) {
    if (!place.startsWith("jar:")) {
      Path file = Path.of(URI.create(place));
      return reader.apply(file.resolveSibling(""));
    }
    int inside = place.indexOf("!/");
    Path jar = Path.of(URI.create(place.substring("jar:".length(), inside)));
    // Opened by its path: by its address it would be one for the whole process, and a second
    // opening would fail.
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path file = files.getPath(place.substring(inside + 1));
      return reader.apply(file.resolveSibling(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
