package dev.ambit;

/** The straight line, from files to verdict. */
public final class Analysis {
  /** Of this program; the same as in the build. */
  public static final String VERSION = "0.1.0";

  private Analysis() {}
}
