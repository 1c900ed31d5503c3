package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * All that records of one kind can be described with: their properties, and the types they can be
 * of. Most questions are about something else, and are answered without a look at any record. Who
 * describes a record with another word than these is stopped.
 */
final class Terms {
  private final Set<Node> all = new HashSet<>();

  private Terms() {}

  /** Properties of nodes that have no type of their own here. */
  static Terms of(Property... properties) {
    Terms terms = new Terms();
    Arrays.stream(properties).map(Property::node).forEach(terms.all::add);
    return terms;
  }

  /** The same, of nodes that are of one or more of these types. */
  Terms and(Thing... types) {
    all.add(RDF.type.asNode());
    List.of(types).forEach(type -> all.add(type.node()));
    return this;
  }

  /** Whether a predicate, or a node that has no id, can stand in a description. */
  boolean have(Node term) {
    return all.contains(term);
  }

  /**
   * The term.
   *
   * @throws IllegalStateException if it is none of them: rules would never be told of it
   */
  Node checked(Node term) {
    if (!have(term)) {
      throw new IllegalStateException(term + " is missing among the terms of its records");
    }
    return term;
  }
}
