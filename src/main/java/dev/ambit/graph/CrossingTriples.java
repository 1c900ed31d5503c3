package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.graph.Vocabulary.Value;
import dev.ambit.model.Crossing;
import dev.ambit.model.Crossings;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Each crossing as a node, answered from its record: there can be hundreds of thousands, and a
 * triple in memory would cost more than the crossing. Each property of a crossing is one line of
 * {@link #properties()}.
 */
final class CrossingTriples implements TripleSource {
  private final ImmutableList<Crossing> all;
  private final Map<Node, Function<Crossing, Stream<Node>>> properties = properties();
  private final Postings byAgent;
  private final Postings byAsset;
  private final Postings byThrough;

  CrossingTriples(Crossings crossings) {
    this.all = crossings.all();
    this.byAgent = index(Crossing::agent);
    this.byAsset = index(Crossing::asset);
    this.byThrough = index(Crossing::through);
  }

  private Postings index(Function<Crossing, String> name) {
    Postings.Builder index = new Postings.Builder();
    all.forEachWithIndex((crossing, number) -> index.add(name.apply(crossing), number));
    return index.build();
  }

  private Map<Node, Function<Crossing, Stream<Node>>> properties() {
    Map<Node, Function<Crossing, Stream<Node>>> lines = new LinkedHashMap<>();
    lines.put(RDF.type.asNode(), x -> Stream.of(Thing.CROSSING.node()));
    put(lines, Property.KIND, x -> Stream.of(value(x.kind())));
    put(lines, Property.ROUTE, x -> Stream.of(value(x.route())));
    put(lines, Property.AGENT, x -> Stream.of(NodeIri.of(x.agent())));
    put(lines, Property.ASSET, x -> Stream.of(NodeIri.of(x.asset())));
    put(lines, Property.THROUGH, x -> named(x.through()).map(NodeIri::of));
    put(lines, Property.VIA, x -> via(x));
    put(lines, Property.CHANGER, x -> named(x.by()).map(NodeIri::of));
    put(lines, Property.LEVEL, x -> named(x.level()).map(NodeFactory::createLiteralString));
    put(lines, Property.VERB, x -> words(x.verb().word()));
    put(lines, Property.AUDIENCE, x -> words(x.audience().total().toString()));
    put(lines, Property.AUDIENCE_GROUP, x -> x.audience().groups().stream().map(NodeIri::of));
    put(lines, Property.UNCLEARED, x -> words(x.audience().uncleared().toString()));
    put(lines, Property.UNCLEARED_COUNT, x -> count(x.audience().uncleared()));
    put(
        lines,
        Property.GATED_BY,
        x -> x.gates().stream().map(GateUse::id).distinct().map(NodeIri::of));
    put(lines, Property.WEAKEST_GATE, x -> weakest(x).map(NodeIri::of));
    put(lines, Property.TIER, x -> Stream.of(integer(x.tier())));
    put(lines, Property.BYPASS, x -> x.bypassed().stream().map(NodeIri::of));
    put(lines, Property.SEVERITY, x -> words(x.severity().word()));
    put(lines, Property.CERTAINTY, x -> words(x.path().certainty().word()));
    return lines;
  }

  /** The crossing of that number; empty if there is none. */
  Optional<Crossing> crossing(int number) {
    return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    if (subject.isConcrete()) {
      OptionalInt number = NodeIri.crossingNumber(subject);
      return number.isPresent() && number.getAsInt() < all.size()
          ? WrappedIterator.createNoRemove(triples(number.getAsInt(), predicate, object).iterator())
          : NullIterator.instance();
    }
    Stream<Triple> found =
        candidates(predicate, object).boxed().flatMap(number -> triples(number, predicate, object));
    return WrappedIterator.createNoRemove(found.iterator());
  }

  private Stream<Triple> triples(int number, Node predicate, Node object) {
    Stream<Node> predicates =
        predicate.isConcrete() ? Stream.of(predicate) : properties.keySet().stream();
    Node crossing = NodeIri.crossing(number);
    return predicates.flatMap(
        each ->
            properties
                .getOrDefault(each, x -> Stream.empty())
                .apply(all.get(number))
                .filter(value -> !object.isConcrete() || value.equals(object))
                .map(value -> Triple.create(crossing, each, value)));
  }

  /** Numbers of crossings that can match: all that do, and as few others as an index tells. */
  private IntStream candidates(Node predicate, Node object) {
    if (predicate.isConcrete() && !properties.containsKey(predicate)) {
      return IntStream.empty();
    }
    if (object.isConcrete() && predicate.equals(Property.AGENT.node())) {
      return naming(byAgent, object);
    }
    if (object.isConcrete() && predicate.equals(Property.ASSET.node())) {
      return naming(byAsset, object);
    }
    if (object.isConcrete() && predicate.equals(Property.THROUGH.node())) {
      return naming(byThrough, object);
    }
    return IntStream.range(0, all.size());
  }

  private static IntStream naming(Postings index, Node node) {
    return NodeIri.id(node).map(index::of).orElse(IntStream.empty());
  }

  /** The channel on the way, where there is one. */
  private static Stream<Node> via(Crossing crossing) {
    return crossing.path().hops().stream()
        .filter(hop -> hop.kind() == Hop.Kind.PUBLISHES || hop.kind() == Hop.Kind.REPLIES)
        .limit(1)
        .map(hop -> NodeIri.of(hop.to()));
  }

  /** Nothing for a word that is not there. */
  private static Stream<String> named(String word) {
    return word.isEmpty() ? Stream.empty() : Stream.of(word);
  }

  private static Stream<String> weakest(Crossing crossing) {
    return crossing.gates().stream()
        .min(Comparator.comparing(GateUse::tier).thenComparing(GateUse::id))
        .map(GateUse::id)
        .stream();
  }

  private static Node value(Crossing.Kind kind) {
    return Value.valueOf(kind.name()).node();
  }

  private static Node value(Crossing.Route route) {
    return switch (route) {
      case PUBLISH -> Value.PUBLISH.node();
      case REPLY -> Value.REPLY.node();
      case KNOWLEDGE -> Value.KNOWLEDGE.node();
      case EGRESS -> Value.EGRESS_ROUTE.node();
      case MEMORY -> Value.MEMORY.node();
      case PERSON -> Value.PERSON_ROUTE.node();
      case DEED -> Value.DEED.node();
    };
  }

  private static Stream<Node> count(Heads heads) {
    return heads.isNumber() ? Stream.of(integer(heads.count())) : Stream.empty();
  }

  private static Node integer(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Stream<Node> words(String words) {
    return Stream.of(NodeFactory.createLiteralString(words));
  }

  private static void put(
      Map<Node, Function<Crossing, Stream<Node>>> lines,
      Property property,
      Function<Crossing, Stream<Node>> values) {
    lines.put(property.node(), values);
  }
}
