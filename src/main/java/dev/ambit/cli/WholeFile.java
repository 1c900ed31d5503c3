package dev.ambit.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or not at all. */
final class WholeFile {
  /** What stands in it. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Written beside its place and moved in.
   *
   * @throws UsageException if it cannot be written
   */
  static void write(Path file, Content content) {
    Path place = file.toAbsolutePath().normalize();
    Path draft =
        place.resolveSibling(
            "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        content.writeTo(out);
      }
      Path real = Files.exists(place) ? place.toRealPath() : place;
      Files.move(draft, real, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      draft.toFile().delete();
      throw new UsageException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
