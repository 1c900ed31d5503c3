package dev.ambit.planted.model;

import org.apache.jena.graph.Node;

/** A noun that carries a library across every border. */
public record NounOfRdf(Node node) {}
