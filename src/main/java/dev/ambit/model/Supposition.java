package dev.ambit.model;

import java.util.Locale;

/**
 * Something that goes wrong, and the facts as they would be then.
 *
 * @param agent whose findings are looked at; empty for all
 * @param what the agent or control it happens to
 */
public record Supposition(Kind kind, String agent, String what, Facts facts) {

  /** What goes wrong. */
  public enum Kind {
    /** What it says is wrong and is followed: nobody who reads it stops to ask another. */
    WRONG,
    /** It acts before anybody agreed: only what the resource itself enforces still stands. */
    EARLY,
    /** Somebody outside writes what it reads. */
    INJECTED,
    /** An outsider has one of its credentials, or can be one of its principals. */
    STOLEN,
    /** One gate, deny or boundary does not work. */
    CONTROL_FAILS;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
