package dev.ambit.graph;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Records as triples, written when they are asked for: of an export there can be hundreds of
 * thousands, and a graph in memory would take five times what the records take. An index knows
 * which records use a predicate, and which name a node.
 */
final class RecordTriples implements TripleSource {
  private final Records records;
  private final Map<Node, IntArrayList> byPredicate;
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
    int parts = Runtime.getRuntime().availableProcessors();
    Index index =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> new Index(records, part, parts))
            .reduce(Index::followedBy)
            .orElseThrow();
    this.byPredicate = index.byPredicate;
    this.byObject = index.objects.build();
  }

  /** Of neighbouring records, which use a predicate and which name a node. */
  private static final class Index {
    private final Map<Node, IntArrayList> byPredicate = new HashMap<>();
    private final Postings.Builder objects = new Postings.Builder();

    /** Of one part of all records, cut into {@code parts}. */
    Index(Records records, int part, int parts) {
      int end = (int) ((long) records.count() * (part + 1) / parts);
      for (int i = (int) ((long) records.count() * part / parts); i < end; i++) {
        records.describe(i, new Outline(i));
      }
    }

    /** Hears of one record what the index is of, and makes nothing that only a row would show. */
    private final class Outline extends Describing {
      private final int number;

      Outline(int number) {
        super(triple -> {});
        this.number = number;
      }

      @Override
      Describing node(String id) {
        return this;
      }

      @Override
      void says(Node property, Supplier<Node> literal) {
        IntArrayList using = using(property);
        if (using.isEmpty() || using.getLast() != number) {
          using.add(number);
        }
      }

      @Override
      void names(Node property, Supplier<Node> node) {
        says(property, node);
        objects.add(node.get(), number);
      }
    }

    private IntArrayList using(Node predicate) {
      return byPredicate.computeIfAbsent(predicate, none -> new IntArrayList());
    }

    Index followedBy(Index next) {
      next.byPredicate.forEach((predicate, using) -> using(predicate).addAll(using));
      objects.addAll(next.objects);
      return this;
    }
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
    if (predicate.isConcrete()) {
      IntArrayList using = byPredicate.get(predicate);
      return using == null ? IntStream.empty() : using.primitiveStream();
    }
    return IntStream.range(0, records.count());
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
