package dev.ambit.planted.graph;

import dev.ambit.planted.rules.Exits;

/** The wrong way round: rules may see the graph, the graph no rule. */
final class AsksARule {
  int ask() {
    return Exits.CODE;
  }
}
