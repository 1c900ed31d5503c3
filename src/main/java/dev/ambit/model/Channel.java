package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Anything people read: a forum, a chat, a web page; also a way out of the organisation. */
@RecordBuilder
public record Channel(
    String id,
    Origin origin,
    Said<String> name,
    Said<String> kind,
    Said<String> level,
    Refs readers,
    Refs writers,
    Said<Boolean> rendersRemote,
    Said<Destinations> destinations,
    Certainty certainty,
    ImmutableList<String> aliases)
    implements Fact, ChannelBuilder.With {

  /** Where an egress may send to. */
  public record Destinations(boolean closed, ImmutableList<Host> hosts) {
    /** Closed, and every host is a plain name whose owner is verified. */
    public boolean areSafe() {
      return closed && hosts.allSatisfy(host -> host.ownerVerified() && !host.name().contains("*"));
    }
  }

  /** A host that an egress may reach. */
  public record Host(String name, boolean ownerVerified) {}

  /** A channel of which nothing else is said. */
  public static Channel of(String id, Origin origin) {
    return new Channel(
        id,
        origin,
        Said.nothing(),
        Said.nothing(),
        Said.nothing(),
        Refs.NOT_SAID,
        Refs.NOT_SAID,
        Said.nothing(),
        Said.nothing(),
        Certainty.DECLARED,
        Lists.immutable.empty());
  }
}
