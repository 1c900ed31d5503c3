package dev.ambit.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;

/** Something that answers triple patterns. Wildcards are {@link Node#ANY}. No triple twice. */
interface TripleSource {
  /** The triples that match; none where the source does not know the predicate. */
  ExtendedIterator<Triple> find(Node subject, Node predicate, Node object);
}
