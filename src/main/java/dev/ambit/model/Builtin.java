package dev.ambit.model;

import java.util.Locale;
import java.util.Optional;

/** Principals that exist everywhere and are never expanded into members. */
public enum Builtin {
  /** All people of the organisation. */
  EVERYONE,
  /** Anyone at all. */
  INTERNET,
  /** Anyone who can sign in somewhere outside. */
  AUTHENTICATED;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether people outside the organisation are among them. */
  public boolean isOutside() {
    return this != EVERYONE;
  }

  public static Optional<Builtin> named(String id) {
    for (Builtin builtin : values()) {
      if (builtin.id().equals(id)) {
        return Optional.of(builtin);
      }
    }
    return Optional.empty();
  }
}
