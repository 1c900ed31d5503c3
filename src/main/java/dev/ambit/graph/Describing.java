package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.Day;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import dev.ambit.model.Verbs;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Tells what is said of one node after another, as triples. What is not said leaves none. Who asks
 * for one predicate or object is told no other.
 */
class Describing {
  private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
  private static final Node FALSE = NodeFactory.createLiteralDT("false", XSDDatatype.XSDboolean);

  private final Consumer<Triple> hearer;
  private final Node predicate;
  private final Node object;
  private Node subject = NodeIri.SETTINGS;

  Describing(Consumer<Triple> hearer) {
    this(hearer, Node.ANY, Node.ANY);
  }

  /** Tells only what matches; wildcards are {@link Node#ANY}. */
  Describing(Consumer<Triple> hearer, Node predicate, Node object) {
    this.hearer = hearer;
    this.predicate = predicate;
    this.object = object;
  }

  /** From here on, of the node with that id. */
  Describing node(String id) {
    return node(NodeIri.of(id));
  }

  /** From here on, of that node. */
  Describing node(Node node) {
    subject = node;
    return this;
  }

  Describing is(Thing thing) {
    names(RDF.type.asNode(), thing.node());
    return this;
  }

  Describing word(Property property, String word) {
    return add(property, () -> NodeFactory.createLiteralString(word));
  }

  Describing word(Property property, Said<String> said) {
    said.value().ifPresent(word -> word(property, word));
    return this;
  }

  Describing words(Property property, Iterable<String> words) {
    words.forEach(word -> word(property, word));
    return this;
  }

  Describing flag(Property property, boolean flag) {
    return add(property, () -> flag ? TRUE : FALSE);
  }

  Describing flag(Property property, Said<Boolean> said) {
    said.value().ifPresent(flag -> flag(property, flag));
    return this;
  }

  Describing number(Property property, long number) {
    return add(
        property, () -> NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
  }

  Describing number(Property property, Said<Integer> said) {
    said.value().ifPresent(number -> number(property, number));
    return this;
  }

  Describing date(Property property, Said<LocalDate> said) {
    said.value().ifPresent(date -> date(property, date));
    return this;
  }

  /** A date, or the word "never". */
  Describing day(Property property, Said<Day> said) {
    said.value()
        .ifPresent(
            day ->
                day.date()
                    .ifPresentOrElse(date -> date(property, date), () -> word(property, "never")));
    return this;
  }

  Describing verbs(Property property, Verbs verbs) {
    verbs.all().forEach(verb -> word(property, verb.word()));
    return this;
  }

  /** Another node. */
  Describing to(Property property, String id) {
    names(property.node(), id);
    return this;
  }

  Describing to(Property property, Node node) {
    names(property.node(), node);
    return this;
  }

  Describing to(Property property, Said<Ref> said) {
    said.value().ifPresent(ref -> to(property, ref.id()));
    return this;
  }

  Describing to(Property property, Refs refs) {
    refs.all().forEach(ref -> to(property, ref.id()));
    return this;
  }

  /**
   * What a tool, a grant or a need is on: nodes; a beginning followed by {@code *} as a pattern.
   */
  Describing on(String target) {
    return target.endsWith("*") ? word(Property.PATTERN, target) : to(Property.ON, target);
  }

  private void date(Property property, LocalDate date) {
    add(property, () -> NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate));
  }

  private Describing add(Property property, Supplier<Node> value) {
    says(property.node(), value);
    return this;
  }

  /** That a property leads to that node, which has no id: a type, or a part. */
  void names(Node property, Node node) {
    says(property, () -> node);
  }

  /** That a property leads to the node with that id. */
  void names(Node property, String id) {
    says(property, () -> NodeIri.of(id));
  }

  /** That a property has a value, which is made only where somebody hears of it. */
  void says(Node property, Supplier<Node> value) {
    if (!predicate.isConcrete() || predicate.equals(property)) {
      Node said = value.get();
      if (!object.isConcrete() || object.equals(said)) {
        hearer.accept(Triple.create(subject, property, said));
      }
    }
  }
}
