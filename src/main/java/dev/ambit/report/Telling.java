package dev.ambit.report;

import java.io.IOException;
import java.io.OutputStream;

/** An answer, which can be told to a program and to a person. */
public interface Telling {

  /** The object that contract/result.md has for the command. */
  void writeJson(OutputStream out) throws IOException;

  /** For a person. */
  void writeText(OutputStream out, TextLook look) throws IOException;
}
