package dev.ambit.model;

/**
 * One change of the input, as RFC 6902 (JSON Patch) defines the three operations. A change of a set
 * can be made after the one before it: positions of one list are removed from the last to the
 * first.
 *
 * @param pointer of the value to change; for {@link Op#ADD}, of the member as it will be, with
 *     {@code -} for what comes behind the last of a list
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
