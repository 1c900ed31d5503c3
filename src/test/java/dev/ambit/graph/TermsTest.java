package dev.ambit.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** A word that somebody forgot to declare would never be found, and nothing would say so. */
class TermsTest {
  private static final Terms TERMS = Terms.of(Property.NAME, Property.OWNER).and(Thing.ASSET);

  /** One record, that has a name and an owner, and one word more if somebody forgot one. */
  private record One(Thing type, Property more) implements RecordTriples.Records {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public int number(Node node) {
      return NodeIri.id(node).filter("data"::equals).isPresent() ? 0 : -1;
    }

    @Override
    public Terms terms() {
      return TERMS;
    }

    @Override
    public void describe(int number, Describing about) {
      about.node("data").is(type).word(more, "Data").to(Property.OWNER, "ann");
    }
  }

  @Test
  void whatIsDeclaredIsFound() {
    RecordTriples triples = new RecordTriples(new One(Thing.ASSET, Property.NAME));
    assertThat(triples.find(Node.ANY, Node.ANY, Node.ANY).toList()).hasSize(3);
    assertThat(triples.find(Node.ANY, RDF.type.asNode(), Thing.ASSET.node()).toList()).hasSize(1);
    assertThat(triples.find(Node.ANY, Node.ANY, NodeIri.of("ann")).toList()).hasSize(1);
    assertThat(triples.find(Node.ANY, RDF.type.asNode(), Thing.AGENT.node()).toList()).isEmpty();
    assertThat(triples.find(Node.ANY, Property.KIND.node(), Node.ANY).toList()).isEmpty();
  }

  @Test
  void aPropertyThatIsNotStopsTheFirstWhoAsksForAnything() {
    RecordTriples triples = new RecordTriples(new One(Thing.ASSET, Property.KIND));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> triples.find(NodeIri.of("data"), Property.OWNER.node(), Node.ANY).toList())
        .withMessageContaining("kind");
    assertThatIllegalStateException()
        .isThrownBy(() -> triples.find(Node.ANY, Property.OWNER.node(), Node.ANY).toList());
  }

  @Test
  void soDoesAType() {
    RecordTriples triples = new RecordTriples(new One(Thing.AGENT, Property.NAME));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> triples.find(NodeIri.of("data"), Property.OWNER.node(), Node.ANY).toList())
        .withMessageContaining("Agent");
  }
}
