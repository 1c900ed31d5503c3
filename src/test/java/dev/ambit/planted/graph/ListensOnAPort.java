package dev.ambit.planted.graph;

import java.io.IOException;
import java.net.ServerSocket;

/** A server where none may be. */
final class ListensOnAPort {
  ServerSocket listen() throws IOException {
    return new ServerSocket(0);
  }
}
