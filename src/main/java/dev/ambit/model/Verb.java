package dev.ambit.model;

import java.util.Locale;

/** What a right or a tool lets its holder do. The order is that of the inventory page. */
public enum Verb {
  /** See that a thing exists, or read its metadata. */
  DISCOVER,
  READ,
  WRITE,
  DELETE,
  /** Change who has access. */
  SHARE,
  /** Change the thing's policy or settings. */
  ADMINISTER,
  /** Act as a principal. */
  ASSUME,
  EXECUTE,
  DECRYPT,
  /** Put content where others read it. */
  PUBLISH,
  /** Call an agent. */
  INVOKE,
  /** Send content out of the organisation. An effect of tools only; no grant speaks of it. */
  EGRESS;

  /** The word for it in inputs and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
