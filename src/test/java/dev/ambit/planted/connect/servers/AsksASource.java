package dev.ambit.planted.connect.servers;

import dev.ambit.planted.connect.right.Source;

/** Shared by all sources, and leans on one of them. */
final class AsksASource {
  Source source() {
    return new Source();
  }
}
