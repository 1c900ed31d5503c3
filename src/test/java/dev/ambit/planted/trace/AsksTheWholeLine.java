package dev.ambit.planted.trace;

import dev.ambit.planted.WholeLine;

/** A stage that starts the line it is a part of. */
final class AsksTheWholeLine {
  WholeLine ask() {
    return new WholeLine();
  }
}
