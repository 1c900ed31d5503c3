package dev.ambit.planted.rules;

import dev.ambit.planted.graph.Drawn;
import org.apache.jena.graph.Node;

/** What is allowed: a rule that sees the graph and speaks RDF. */
record SeesTheGraph(Drawn graph, Node node) {}
