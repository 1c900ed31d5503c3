package dev.ambit.planted.resolve;

import dev.ambit.planted.graph.Drawn;

/** A stage that looks ahead. */
final class AsksTheGraph {
  Drawn ask() {
    return new Drawn();
  }
}
