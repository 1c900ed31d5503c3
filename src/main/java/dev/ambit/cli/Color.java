package dev.ambit.cli;

/** Whether text on stdout is coloured. Colour never carries a meaning alone. */
enum Color {
  /** On a terminal that can, unless {@code NO_COLOR} is set. */
  AUTO,
  ALWAYS,
  NEVER;

  boolean isOn(Surroundings around) {
    return switch (this) {
      case AUTO -> around.outIsTerminal() && !around.isDumb() && !around.has("NO_COLOR");
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }
}
