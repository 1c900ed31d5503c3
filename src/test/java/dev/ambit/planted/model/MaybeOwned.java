package dev.ambit.planted.model;

import java.util.Optional;

/** A noun that may or may not have a part. */
@SuppressWarnings("UnusedVariable")
final class MaybeOwned {
  private final Optional<String> owner = Optional.empty();
}
