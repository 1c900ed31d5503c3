package dev.ambit.model;

import java.util.Comparator;

/**
 * A file that was read.
 *
 * @param path relative to the scanned folder, with {@code /}
 * @param sha256 of its bytes, in hex
 * @param source id of the connector that claimed it
 * @param facts how many facts it gave
 */
public record InputFile(String path, String sha256, String source, int facts)
    implements Comparable<InputFile> {
  private static final Comparator<InputFile> ORDER =
      Comparator.comparing(InputFile::path).thenComparing(InputFile::source);

  @Override
  public int compareTo(InputFile other) {
    return ORDER.compare(this, other);
  }
}
