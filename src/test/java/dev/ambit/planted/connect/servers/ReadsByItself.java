package dev.ambit.planted.connect.servers;

import dev.ambit.planted.connect.Connector;

/** A source in the room that every source may know. */
final class ReadsByItself implements Connector {}
