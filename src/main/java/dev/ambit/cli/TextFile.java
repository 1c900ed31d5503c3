package dev.ambit.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small files of text, read and written whole. */
final class TextFile {
  private TextFile() {}

  /**
   * All of it.
   *
   * @throws UsageException if it cannot be read, or is no UTF-8
   */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new UsageException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Written beside its place and moved in, so that it is there whole or not at all.
   *
   * @throws UsageException if it cannot be written
   */
  static void write(Path file, String text) {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
