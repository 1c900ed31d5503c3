package dev.ambit.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * Records as triples, written when they are asked for: of an export there can be hundreds of
 * thousands, and a graph in memory would take five times what the records take. An index knows
 * which records use a predicate, and which name a node.
 */
final class RecordTriples implements TripleSource {
  private final Records records;
  private final Postings byPredicate;
  private final Postings byObject;

  /** A numbered list of records, each described as one node. */
  interface Records {
    int count();

    /** The number of the record that describes the node; negative if there is none. */
    int number(Node node);

    /** Says all there is to say of the record; the same triple may come twice. */
    void describe(int number, Describing about);
  }

  RecordTriples(Records records) {
    this.records = records;
    Postings.Builder predicates = new Postings.Builder();
    Postings.Builder objects = new Postings.Builder();
    for (int i = 0; i < records.count(); i++) {
      int number = i;
      records.describe(
          number,
          new Describing(
              triple -> {
                predicates.add(triple.getPredicate(), number);
                if (triple.getObject().isURI()) {
                  objects.add(triple.getObject(), number);
                }
              }));
    }
    this.byPredicate = predicates.build();
    this.byObject = objects.build();
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    Stream<Triple> found =
        candidates(subject, predicate, object)
            .boxed()
            .flatMap(number -> triples(number, subject, predicate, object).stream());
    return WrappedIterator.createNoRemove(found.iterator());
  }

  private IntStream candidates(Node subject, Node predicate, Node object) {
    if (subject.isConcrete()) {
      int number = records.number(subject);
      return number < 0 ? IntStream.empty() : IntStream.of(number);
    }
    if (object.isConcrete() && object.isURI()) {
      return byObject.of(object);
    }
    return predicate.isConcrete()
        ? byPredicate.of(predicate)
        : IntStream.range(0, records.count());
  }

  private Set<Triple> triples(int number, Node subject, Node predicate, Node object) {
    Set<Triple> found = new LinkedHashSet<>();
    records.describe(
        number,
        new Describing(
            triple -> {
              if (!subject.isConcrete() || subject.equals(triple.getSubject())) {
                found.add(triple);
              }
            },
            predicate,
            object));
    return found;
  }
}
