package dev.ambit.model;

import java.util.Optional;

/**
 * What the input says about one property of a node: nothing, or a value and the place where it
 * stands. Nothing said is not the same as "no", "none" or "unknown"; how it is read is decided once
 * for each judgement, by the table on the inventory page.
 */
public sealed interface Said<T> {

  /** The value, if one was said. */
  Optional<T> value();

  /** Nothing was said. */
  @SuppressWarnings("unchecked") // nothing of one kind is nothing of every kind
  static <T> Said<T> nothing() {
    return (Said<T>) Nothing.ONE;
  }

  /** {@code value} was said at {@code origin}. */
  static <T> Said<T> of(T value, Origin origin) {
    return new Value<>(value, origin);
  }

  default boolean isSaid() {
    return value().isPresent();
  }

  default T or(T otherwise) {
    return value().orElse(otherwise);
  }

  /** Where it was said; {@code otherwise} if nothing was. */
  default Origin originOr(Origin otherwise) {
    return this instanceof Value<T> said ? said.origin() : otherwise;
  }

  /** A value and where it stands. */
  record Value<T>(T said, Origin origin) implements Said<T> {
    @Override
    public Optional<T> value() {
      return Optional.of(said);
    }
  }

  /** Not said. */
  record Nothing<T>() implements Said<T> {
    private static final Said<?> ONE = new Nothing<>();

    @Override
    public Optional<T> value() {
      return Optional.empty();
    }
  }
}
