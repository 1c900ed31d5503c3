package dev.ambit.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** One file of the input, readable as often as needed. */
public interface Document {
  /** Bytes of the beginning that a connector may look at to claim a document. */
  int HEAD = 64 * 1024;

  /** Relative to the scanned folder, with {@code /}. */
  String path();

  /** The first {@link #HEAD} bytes, or all if there are fewer. */
  byte[] head();

  /** The whole content, from its beginning. The caller closes it. */
  InputStream open() throws IOException;

  /** The last part of the path. */
  default String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  /** The folder of the file, relative to the scanned one; {@code .} for that itself. */
  default String folder() {
    int slash = path().lastIndexOf('/');
    return slash < 0 ? "." : path().substring(0, slash);
  }

  /** The beginning as text; bytes that are no UTF-8 are replaced. */
  default String headText() {
    return new String(head(), StandardCharsets.UTF_8);
  }
}
