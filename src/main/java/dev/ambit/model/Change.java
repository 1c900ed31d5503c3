package dev.ambit.model;

/**
 * One change of the input.
 *
 * @param pointer of the value to change, or of the list to add to
 * @param value JSON text of the new value; empty for a removal
 */
public record Change(Op op, String file, String pointer, String value) {
  /** What to do with the value. */
  public enum Op {
    REMOVE,
    ADD,
    REPLACE
  }
}
