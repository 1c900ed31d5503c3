package dev.ambit.snapshot;

import java.io.IOException;

/** Writes values of one declared type, and reads them back. */
interface Codec {
  void write(Object value, Encoder out) throws IOException;

  Object read(Decoder in);
}
