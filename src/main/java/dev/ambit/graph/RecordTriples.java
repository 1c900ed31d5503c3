package dev.ambit.graph;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Records as triples, written when they are asked for: of an export there can be hundreds of
 * thousands, and a graph in memory would take five times what the records take. An index, made when
 * somebody does not name the record, knows which records use a predicate, and which name a node.
 */
final class RecordTriples implements TripleSource {
  private final Records records;
  private @Nullable Index index;

  /** A numbered list of records, each described as one node. */
  interface Records {
    int count();

    /** The number of the record that describes the node; negative if there is none. */
    int number(Node node);

    /** Every word that one of them is described with. */
    Terms terms();

    /** Says all there is to say of the record; the same triple may come twice. */
    void describe(int number, Describing about);
  }

  RecordTriples(Records records) {
    this.records = records;
  }

  private synchronized Index index() {
    if (index == null) {
      index = Index.of(records);
    }
    return index;
  }

  /** Which records use a predicate, and which name a node. */
  private static final class Index {
    private final Map<Node, IntArrayList> byTerm;
    private final Postings byId;

    private Index(Part whole) {
      this.byTerm = whole.byTerm;
      this.byId = whole.names.build();
    }

    static Index of(Records records) {
      int parts = Runtime.getRuntime().availableProcessors();
      return new Index(
          IntStream.range(0, parts)
              .parallel()
              .mapToObj(part -> new Part(records, part, parts))
              .reduce(Part::followedBy)
              .orElseThrow());
    }

    /** {@code term} is a predicate, or a node without an id, such as a type. */
    IntStream using(Node term) {
      IntArrayList using = byTerm.get(term);
      return using == null ? IntStream.empty() : using.primitiveStream();
    }

    IntStream naming(String id) {
      return byId.of(id);
    }
  }

  /** The index of neighbouring records. */
  private static final class Part {
    private final Terms terms;
    private final Map<Node, IntArrayList> byTerm = new HashMap<>();
    private final Postings.Builder names = new Postings.Builder();

    /** Of one part of all records, cut into {@code parts}. */
    Part(Records records, int part, int parts) {
      terms = records.terms();
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
      void says(Node property, Supplier<Node> value) {
        uses(property);
      }

      private void uses(Node term) {
        IntArrayList using = using(term);
        if (using.isEmpty() || using.getLast() != number) {
          using.add(number);
        }
      }

      @Override
      void names(Node property, Node node) {
        uses(property);
        uses(node);
      }

      @Override
      void names(Node property, String id) {
        uses(property);
        names.add(id, number);
      }
    }

    private IntArrayList using(Node term) {
      IntArrayList using = byTerm.get(term);
      if (using == null) {
        using = new IntArrayList();
        byTerm.put(terms.checked(term), using);
      }
      return using;
    }

    Part followedBy(Part next) {
      next.byTerm.forEach((term, using) -> using(term).addAll(using));
      names.addAll(next.names);
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
    if (predicate.isConcrete() && !records.terms().have(predicate)) {
      return IntStream.empty();
    }
    if (subject.isConcrete()) {
      int number = records.number(subject);
      return number < 0 ? IntStream.empty() : IntStream.of(number);
    }
    Optional<String> named = NodeIri.id(object);
    if (named.isPresent()) {
      return index().naming(named.get());
    }
    if (object.isURI()) {
      return records.terms().have(object) ? index().using(object) : IntStream.empty();
    }
    return predicate.isConcrete() ? index().using(predicate) : IntStream.range(0, records.count());
  }

  private Set<Triple> triples(int number, Node subject, Node predicate, Node object) {
    Set<Triple> found = new LinkedHashSet<>();
    Consumer<Triple> hearer =
        triple -> {
          if (!subject.isConcrete() || subject.equals(triple.getSubject())) {
            found.add(triple);
          }
        };
    records.describe(number, new Checked(records.terms(), hearer, predicate, object));
    return found;
  }

  /** A word that is not among the terms would be asked for in vain, so it must not be used. */
  private static final class Checked extends Describing {
    private final Terms terms;

    Checked(Terms terms, Consumer<Triple> hearer, Node predicate, Node object) {
      super(hearer, predicate, object);
      this.terms = terms;
    }

    @Override
    void says(Node property, Supplier<Node> value) {
      super.says(terms.checked(property), value);
    }

    @Override
    void names(Node property, Node node) {
      super.names(property, terms.checked(node));
    }
  }
}
