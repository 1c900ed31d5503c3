package dev.ambit.connect.servers;

import dev.ambit.connect.Secret;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import dev.ambit.model.Tool.Software;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A server that a client starts or connects to, as its configuration says.
 *
 * @param name the part of its id
 * @param file path of the file it stands in
 * @param secrets in the order of the file; of the literal ones the value is here and nowhere later
 * @param software the package it comes in, where a launcher fetches one
 * @param database address of the database it opens, without user and password
 * @param trusted whether none of its tools is asked about
 * @param unasked tools that run without asking
 * @param hidden tools that the client does not offer
 * @param only the complete list of tools that the client offers, if it has one
 */
public record McpServer(
    String name,
    String file,
    Origin origin,
    ImmutableList<Placed> secrets,
    Said<Software> software,
    Said<String> database,
    boolean trusted,
    ImmutableList<String> unasked,
    ImmutableList<String> hidden,
    Said<ImmutableList<String>> only) {

  /**
   * A secret and where it stands in its server.
   *
   * @param place {@code env/NAME}, {@code headers/NAME}, {@code args/<n>}, {@code url}, …
   */
  public record Placed(String place, Secret secret, Origin origin) {}
}
