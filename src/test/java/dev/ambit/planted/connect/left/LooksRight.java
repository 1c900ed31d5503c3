package dev.ambit.planted.connect.left;

import dev.ambit.planted.connect.right.Source;

/** A connector that leans on another. */
final class LooksRight {
  Source other() {
    return new Source();
  }
}
