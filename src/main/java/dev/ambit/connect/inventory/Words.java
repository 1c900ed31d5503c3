package dev.ambit.connect.inventory;

import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The values of an enum that an inventory may name, and the word for each, at the same position.
 */
record Words<E>(ImmutableList<E> values, ImmutableList<String> all) {

  /** {@code ON_BEHALF_OF} is written {@code on-behalf-of}. */
  static <E extends Enum<E>> Words<E> of(ImmutableList<E> values) {
    return new Words<>(
        values, values.collect(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
