package dev.ambit.planted.connect.right;

import dev.ambit.planted.connect.Connector;
import dev.ambit.planted.connect.servers.Shared;

/** Another connector, which uses what is shared and nothing else. */
public final class Source implements Connector {
  Shared shared() {
    return new Shared();
  }
}
