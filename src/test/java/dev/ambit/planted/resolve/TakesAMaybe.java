package dev.ambit.planted.resolve;

import java.util.Optional;

/** A method whose caller cannot know what to pass. */
final class TakesAMaybe {
  @SuppressWarnings("UnusedVariable")
  void take(Optional<String> name) {}
}
