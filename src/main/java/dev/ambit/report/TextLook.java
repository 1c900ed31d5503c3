package dev.ambit.report;

/**
 * What a terminal can show.
 *
 * @param colour whether escape codes for colour may be written; colour never carries meaning alone
 * @param ascii whether only ASCII may be written
 * @param width columns, 40 or more; places are never broken, so lines may be longer
 */
public record TextLook(boolean colour, boolean ascii, int width) {
  /** For a file or a pipe. */
  public static final TextLook PLAIN = new TextLook(false, false, 100);

  public TextLook {
    if (width < 40) {
      throw new IllegalArgumentException("text needs 40 columns, not " + width);
    }
  }
}
