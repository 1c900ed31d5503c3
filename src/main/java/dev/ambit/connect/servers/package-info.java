/**
 * MCP servers as a configuration names them: what the connectors of their clients share.
 *
 * <p>In: the part of a client's file that lists servers, and stored answers to {@code tools/list}.
 * Out: servers with their secrets by kind and place, and their tools, credentials and gates as
 * facts; what a client does before a call it says itself ({@link
 * dev.ambit.connect.servers.Approval}). Also here: how ids are made from what stands in such files,
 * and the fixed sentences about files that break, which quote nothing.
 *
 * <p>This is the one room below {@code connect} that reads no source: nothing in it is a {@code
 * Connector}, and it knows none. So connectors may share it and still not know one another, and a
 * test says so. Chosen: a room of its own, and not the package above, since only clients of MCP
 * need it and whoever adds another source should not have to read past it.
 */
@NullMarked
package dev.ambit.connect.servers;

import org.jspecify.annotations.NullMarked;
